#!/usr/bin/python3
"""Seconds of the student part of a distillation in PyTorch, the teacher run on every batch: the peer of StudentTime.

torch_distillation.py TRAIN.tsv[.gz] EPOCHS REPETITIONS     (label<TAB>text a line; run with /usr/bin/python3)

The same student (mean of 100-dimensional word embeddings, hidden layer of 100), batches of 64 padded to their longest
text, row-sparse Adam; the teacher is a BiLSTM of 128 units each way with random weights: its training is not timed."""
import gzip, json, os, re, sys, time
os.environ.setdefault('OMP_WAIT_POLICY', 'PASSIVE')
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
torch.set_num_threads(2)
path, epochs, repetitions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
lines = [l.rstrip('\n').split('\t', 1) for l in (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8')]
texts = [re.findall(r'\w+', t.lower())[:256] or ['?'] for _, t in lines]
words = {w: i + 1 for i, w in enumerate(sorted({w for t in texts for w in t}))}
labels = {l: i for i, l in enumerate(sorted({l for l, _ in lines}))}
X = [torch.tensor([words[w] for w in t]) for t in texts]; Y = torch.tensor([labels[l] for l, _ in lines]); C, V, T = len(labels), len(words) + 1, 2.
n = np.bincount(Y.numpy()); w = (1 - .9999) / (1 - .9999 ** n); w = torch.tensor(w / w.sum() * C, dtype=torch.float32)


class Bag(nn.Module):
    def __init__(s): super().__init__(); s.e = nn.EmbeddingBag(V, 100, mode='mean', sparse=True, padding_idx=0); s.h = nn.Linear(100, 100); s.o = nn.Linear(100, C)
    def forward(s, x): return s.o(F.relu(s.h(s.e(x))))


class BiLstm(nn.Module):
    def __init__(s): super().__init__(); s.e = nn.Embedding(V, 100); s.l = nn.LSTM(100, 128, batch_first=True, bidirectional=True); s.o = nn.Linear(256, C)
    def forward(s, x): return s.o(s.l(s.e(x))[0].amax(1))


teacher = BiLstm().eval()
for repetition in range(repetitions):
    torch.manual_seed(repetition); start = time.perf_counter(); student = Bag()
    sparse = torch.optim.SparseAdam([student.e.weight], 1e-3); dense = torch.optim.Adam([p for k, p in student.named_parameters() if k != 'e.weight'], 1e-3)
    for epoch in range(epochs):
        for rows in torch.randperm(len(X)).split(64):
            x, y = nn.utils.rnn.pad_sequence([X[i] for i in rows], batch_first=True), Y[rows]
            with torch.no_grad(): t = teacher(x)
            q = F.softmax(t / T, 1) * w; q = q / q.sum(1, keepdim=True); s = student(x)
            loss = F.cross_entropy(s, y) + T * T * F.kl_div(F.log_softmax(s / T, 1), q, reduction='batchmean')
            sparse.zero_grad(); dense.zero_grad(); loss.backward(); sparse.step(); dense.step()
    print(json.dumps(dict(seconds=round(time.perf_counter() - start, 2))), flush=True)
