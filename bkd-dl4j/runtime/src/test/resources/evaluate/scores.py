"""Makes scores.json: random predictions and what scikit-learn says of them. Run by hand: python3 scores.py > scores.json"""
import json
import warnings

import numpy as np
import sklearn
from sklearn.metrics import (accuracy_score, balanced_accuracy_score, confusion_matrix, f1_score,
                             precision_recall_fscore_support, top_k_accuracy_score)

CASES, BINS = 200, 15
NAMES = "bird cat crow deer fish frog hen owl ram toad".split()
random = np.random.default_rng(7)
warnings.simplefilter("ignore")


def ece(probabilities, right):
    confidences = probabilities.max(axis=1)
    bins = np.ceil(confidences * BINS).astype(int)
    return sum(abs(np.sum(confidences[bins == b] - right[bins == b])) for b in range(1, BINS + 1)) / len(right)


def case(number):
    labels = sorted(random.choice(NAMES, random.integers(3, 8), replace=False))
    instances = random.integers(1, 21)
    occurring = labels[:max(1, len(labels) - number % 3)]  # in two of three cases a class does not occur
    unseen = ["unseen"] if number % 5 == 0 else []  # in one of five there is one that the system does not know
    truth = random.choice(occurring + unseen, instances)
    logits = np.array([random.permutation(19)[:len(labels)] - 9 for _ in range(instances)])  # without ties
    for row, label in zip(logits, truth):  # half of them are right
        if label in labels and random.random() < 0.5:
            row[labels.index(label)] = 10
    predicted = np.array(labels)[logits.argmax(axis=1)]
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True).astype(float))
    probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    present = sorted(set(truth))
    precision, recall, f1, _ = precision_recall_fscore_support(truth, predicted, labels=present, zero_division=0)
    everything = sorted(set(labels) | set(present))
    return {
        "labels": labels,
        "truth": truth.tolist(),
        "logits": logits.tolist(),
        "accuracy": accuracy_score(truth, predicted),
        "balancedAccuracy": balanced_accuracy_score(truth, predicted),
        "macroF1": f1_score(truth, predicted, labels=present, average="macro", zero_division=0),
        "microF1": f1_score(truth, predicted, labels=present, average="micro", zero_division=0),
        "top2": None if "unseen" in truth else top_k_accuracy_score(truth, logits, k=2, labels=labels),
        "ece": ece(probabilities, predicted == truth),
        "classes": {c: [precision[i], recall[i], f1[i]] for i, c in enumerate(present)},
        "confusionLabels": everything,
        "confusion": confusion_matrix(truth, predicted, labels=everything).tolist(),
    }


about = f"scikit-learn {sklearn.__version__}, by scores.py; ece by NumPy"
cases = ",\n".join(json.dumps(case(number), separators=(",", ":")) for number in range(CASES))
print(f'{{"about":"{about}","cases":[\n{cases}\n]}}')
