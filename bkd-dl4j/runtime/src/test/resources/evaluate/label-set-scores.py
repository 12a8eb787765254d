"""Scores of random label sets by scikit-learn, for AgreementOfLabelSetsTest. Needs numpy and scikit-learn.

python3 label-set-scores.py > label-set-scores.json
"""

import json

import numpy as np
import sklearn
from sklearn import metrics

CASES = 60
DEPTHS = (1, 3, 5)


def case(random):
    texts, labels = random.integers(2, 25), random.integers(2, 9)
    truth = random.random((texts, labels)) < random.uniform(0.1, 0.6, labels)
    truth[0, 0] = True
    # rounded numbers make ties
    logits = np.round(random.normal(0, 2, (texts, labels)) + 2 * truth, random.integers(0, 3)).astype(np.float32)
    thresholds = np.round(random.uniform(0.2, 0.8, labels), 2)
    predicted = 1 / (1 + np.exp(-logits.astype(float))) >= thresholds
    present = truth.any(axis=0)
    return {
        "truth": [np.flatnonzero(row).tolist() for row in truth],
        "logits": np.round(logits.astype(float), 2).tolist(),
        "thresholds": thresholds.tolist(),
        "microF1": metrics.f1_score(truth, predicted, average="micro", zero_division=0),
        "macroF1": metrics.f1_score(truth[:, present], predicted[:, present], average="macro", zero_division=0),
        "macroAveragePrecision": metrics.average_precision_score(truth[:, present], logits[:, present], average="macro"),
        "subsetAccuracy": metrics.accuracy_score(truth, predicted),
        "hammingLoss": metrics.hamming_loss(truth, predicted),
        "labelRankingAveragePrecision": metrics.label_ranking_average_precision_score(truth, logits),
        "precisionAt": {k: at(truth, logits, k)[0] for k in DEPTHS},
        "recallAt": {k: at(truth, logits, k)[1] for k in DEPTHS},
    }


def at(truth, logits, k):
    """scikit-learn lacks these for label sets. Ties go to the first label; those that no text has come last."""
    columns = np.argsort(~truth.any(axis=0), kind="stable")
    truth, logits = truth[:, columns], logits[:, columns]
    top = np.argsort(-logits, axis=1, kind="stable")[:, :k]
    hits = np.take_along_axis(truth, top, axis=1).sum(axis=1)
    some = truth.any(axis=1)
    return hits.mean() / k, (hits[some] / truth[some].sum(axis=1)).mean()


def main():
    random = np.random.default_rng(7)
    print(json.dumps({"scikitLearn": sklearn.__version__, "cases": [case(random) for _ in range(CASES)]}, indent=None))


if __name__ == "__main__":
    main()
