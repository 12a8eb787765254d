#!/usr/bin/python3
"""Runs the students here and in PyTorch in turn, row by row, and prints the ratio of the medians.

apt-get install -y --no-install-recommends python3-torch     (then run with /usr/bin/python3)
against_torch.py [--only REGEX] [--secs 2] [--reps 5] [--threads 2] [--vocab 20000] [--rounds 1]

A bag is compared with PyTorch's row-sparse form (BagSparse), and with its dense one where --dense is given. A row is
marked with ! where other processes used more than 0.15 cores meanwhile: do not believe it."""
import argparse, json, os, re, statistics, subprocess, sys
ap = argparse.ArgumentParser()
ap.add_argument('--only', default='.'); ap.add_argument('--dense', action='store_true'); ap.add_argument('--rounds', type=int, default=1)
for name, default in (('secs', 2.), ('reps', 5), ('threads', 2), ('vocab', 20000)):
    ap.add_argument('--' + name, type=type(default), default=default)
a = ap.parse_args()
here = os.path.dirname(os.path.abspath(__file__))
BUSY = .15


def rows(command, name):
    options = ['--only', f'^{name}$', '--secs', a.secs, '--reps', a.reps, '--threads', a.threads, '--vocab', a.vocab]
    done = subprocess.run(command + [str(o) for o in options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if done.returncode:
        sys.exit(f'{" ".join(command)} failed: run it by itself to see why')
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{')]


names = [f'{student}_b{batch}_{mode}' for batch in (64, 256) for student in ('Bag', 'WideBag', 'TextCnn', 'BiLstm')
         for mode in ('CE', 'BKD_cached')]
names += [f'ResNet{depth}_b128_{mode}' for depth in (8, 32) for mode in ('CE', 'BKD_cached')]
print(f'{"row":26}{"here":>12}{"PyTorch":>12}{"ratio":>8}   (samples a second; {a.threads} threads, {a.vocab} words)')
for name in filter(re.compile(a.only).search, names):
    peer = name if a.dense else name.replace('Bag_', 'BagSparse_')
    ratios, ours, theirs, noisy = [], [], [], False
    for _ in range(a.rounds):
        mine = rows([os.path.join(here, 'throughput')], name)[0]
        os.environ['BKD_BUILT'] = 'yes'  # by the first row
        torch = rows([sys.executable, os.path.join(here, 'torch_throughput.py')], peer)[0]
        ours.append(mine['median']); theirs.append(torch['median']); ratios.append(mine['median'] / torch['median'])
        noisy |= max(mine['others_cores'], torch['others_cores']) > BUSY
    print(f'{name:26}{statistics.median(ours):12.0f}{statistics.median(theirs):12.0f}{statistics.median(ratios):8.2f}{" !" if noisy else ""}', flush=True)
