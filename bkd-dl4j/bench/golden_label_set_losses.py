"""Golden values of the losses on label sets: PyTorch autograd in float64, each loss written down from its paper.

    python3 golden_label_set_losses.py > ../core/src/test/resources/loss/golden-label-set-losses.json

A loss is summed over the labels and averaged over the texts; so are the gradients with respect to the logits s.
"""

import json

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, logsigmoid

torch.set_default_dtype(torch.float64)


def cross_entropy(s, y, present=None, absent=None):
    weights = torch.ones_like(s)
    if present is not None:
        weights = y * present + (1 - y) * absent
    return binary_cross_entropy_with_logits(s, y, weights, reduction="none")


def focal(s, y, gamma, weights=1.0):
    v = binary_cross_entropy_with_logits(s, y, reduction="none")
    return weights * (1 - torch.exp(-v)) ** gamma * v


def asymmetric(s, y, gamma_present, gamma_absent, margin):
    """Ridnik et al., ICCV 2021, equations 4 to 7."""
    p = torch.sigmoid(s)
    q = (p - margin).clamp(min=0)
    present = (1 - p) ** gamma_present * -logsigmoid(s)
    absent = q**gamma_absent * -torch.log(1 - q)
    return torch.where(y > 0, present, absent)


def distribution_balanced(s, y, counts, instances, gamma, mu, kappa, factor):
    """Wu et al., ECCV 2020, equations 3 to 8, and focal as in Huang et al., EMNLP 2021."""
    rarity = 1 / counts
    rho = rarity / (y * rarity).sum(1, keepdim=True)
    r = 0.1 + torch.sigmoid(10 * (rho - mu))
    z = s - kappa * torch.log(instances / counts - 1)
    z = torch.where(y > 0, z, factor * z)
    v = binary_cross_entropy_with_logits(z, y, reduction="none")
    return r * torch.where(y > 0, 1.0, 1 / factor) * (1 - torch.exp(-v)) ** gamma * v


def log_odds(counts, instances):
    return torch.log(counts / (instances - counts))


def effective(counts, beta):
    return (1 - beta) / (1 - beta**counts)


def divergence(p, q):
    return p * torch.log(p / q) + (1 - p) * torch.log((1 - p) / (1 - q))


def balanced_distillation(s, y, t, counts, instances, temperature, alpha, tau, beta):
    shift = torch.log(effective(counts, beta) / effective(instances - counts, beta))
    p = torch.sigmoid((t + tau * shift) / temperature)
    return cross_entropy(s, y) + alpha * temperature**2 * divergence(p, torch.sigmoid(s / temperature))


def case(seed, texts, counts, instances):
    torch.manual_seed(seed)
    labels = len(counts)
    s = (3 * torch.randn(texts, labels)).requires_grad_()
    t = 3 * torch.randn(texts, labels)
    y = (torch.rand(texts, labels) < 0.4).double()
    y[0] = 0  # an empty set
    n = torch.tensor(counts, dtype=torch.float64)
    present, absent = 0.1 + 2 * torch.rand(labels), 0.1 + 2 * torch.rand(labels)
    results = []

    def add(name, params, loss):
        value = loss.sum(1).mean()
        (gradient,) = torch.autograd.grad(value, s)
        results.append({"loss_name": name, "params": params, "loss": value.item(), "grad": gradient.tolist()})

    weights = {"present": present.tolist(), "absent": absent.tolist()}
    add("BCE", {}, cross_entropy(s, y))
    add("BCE", weights, cross_entropy(s, y, present, absent))
    for gamma in [0.0, 0.5, 2.0]:
        add("Focal", {"gamma": gamma}, focal(s, y, gamma))
        add("CBFocal", {"gamma": gamma, "weights": present.tolist()}, focal(s, y, gamma, present))
    for gammas in [(0.0, 4.0, 0.05), (1.0, 2.0, 0.2), (2.0, 0.0, 0.0)]:
        add("Asymmetric", dict(zip(["present", "absent", "margin"], gammas)), asymmetric(s, y, *gammas))
    for tau in [0.0, 0.5, 1.0]:
        add("LogitAdjustment", {"tau": tau}, cross_entropy(s + tau * log_odds(n, instances), y))
    for settings in [(2.0, 0.9, 0.05, 2.0), (0.0, 0.3, 0.1, 5.0)]:
        params = dict(zip(["gamma", "mu", "kappa", "lambda"], settings))
        add("DistributionBalanced", params, distribution_balanced(s, y, n, instances, *settings))
    for settings in [(2.0, 1.0, 0.0, 0.9), (2.0, 0.5, 2.0, 0.9999), (1.5, 2.0, 0.3, 0.99)]:
        params = dict(zip(["temperature", "alpha", "tempering", "beta"], settings))
        add("BKD", params, balanced_distillation(s, y, t, n, instances, *settings))
    return {
        "seed": seed,
        "counts": counts,
        "instances": instances,
        "student": s.tolist(),
        "teacher": t.tolist(),
        "labels": y.tolist(),
        "results": results,
    }


cases = [
    case(1, 3, [5, 1], 9),
    case(2, 5, [2877, 400, 30, 1], 7770),
    case(3, 8, [90, 55, 20, 9, 4, 2, 1], 100),
]
about = f"PyTorch {torch.__version__}, float64; made by golden_label_set_losses.py"
print(json.dumps({"about": about, "cases": cases}))
