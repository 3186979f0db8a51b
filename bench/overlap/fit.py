#!/usr/bin/python3
"""Fits the weights of the overlap model (src/PlanGraph.Domain/Overlap/weights.txt) by logistic regression; needs Debian's python3-scipy.
usage: fit.py TABLE WEIGHTS     TABLE as `PlanGraph.Benchmarks overlap-features TABLE bench/labels/train PREFIX...` wrote it
Every labelled pair counts one, half with titles alone and half with all columns; each generated list as 0.3 of a labelled list. Evidence of likeness may not weigh negatively. Prints what cross-validation by list gives."""
import sys
import numpy as np
from scipy.optimize import minimize

LIKE = {"Likeness", "Words", "Topics", "Nearness", "PartOfTopic", "TopicsContained", "TopicsMutual", "Contained", "Relative", "Mutual", "SameWords", "LaterPeriod", "LaterPeriodSubject", "Laws", "Mentioned", "SameSector", "PlacedRelative"}
UNLIKE = {"Superseded", "Rules", "Crowd", "OtherPlace", "OtherSector"}
BOUNDS = {"ListSize": (-1, 0), "OtherPlaceSubject": (None, -6), "WordsAlone": (3, None), "SameWords": (0.5, None), "SameSector": (0.15, None), "OtherSector": (None, -0.15)}
# The same subject in another place is no finding, and the same words of which the lexicon knows nothing are one, however few the labels that say so.
# The same sector speaks for a pair, if only a little.
# What the labelled lists are too poor in to tell, set by reading: a description half alike is worth one, a goal that no other plan has one and a half.
FIXED = {"Texts": 2.0, "SharedGoals": 1.5, "SharedSdgs": 0.4}
BOUNDS |= {k: (v, v) for k, v in FIXED.items()}
rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
names, rows = rows[0][6:], rows[1:]
X = np.array([[float(v) for v in r[6:]] for r in rows])
y = np.array([float(r[3]) for r in rows])
w = np.array([float(r[4]) for r in rows])
n = np.array([int(r[5]) for r in rows])
tables = np.array([r[0] for r in rows])
lists = np.array([r[0].removesuffix(" columns") for r in rows])
labelled = sorted({l for l in tables if not l.startswith("gen:")})
generated = sorted({l for l in lists if l.startswith("gen:")})
usual = np.mean([y[tables == l].sum() for l in labelled])
for l in generated:
    w[lists == l] *= 0.3 * usual / max(1, y[lists == l].sum())
bounds = [(None, None)] + [BOUNDS.get(k, (0, None) if k in LIKE else (None, 0) if k in UNLIKE else (None, None)) for k in names]


def fit(keep):
    A, t, c = X[keep], y[keep], w[keep]

    def loss(b):
        z = A @ b[1:] + b[0]
        g = c * (1 / (1 + np.exp(-z)) - t)
        return (c * (np.logaddexp(0, z) - t * z)).sum() + 0.25 * (b[1:] ** 2).sum(), np.concatenate([[g.sum()], A.T @ g + 0.5 * b[1:]])

    return minimize(loss, np.array([0] + [np.clip(0, *(b if b is not None else s * np.inf for b, s in zip(BOUNDS.get(k, (None, None)), (-1, 1)))) for k in names], float), jac=True, method="L-BFGS-B", bounds=bounds, options=dict(maxiter=2000)).x


precision, recall = [], []
for l in labelled:
    b, test = fit(lists != l.removesuffix(" columns")), tables == l
    order = np.argsort(-(X[test] @ b[1:]), kind="stable")
    right = y[test][order]
    precision.append((np.cumsum(right) / np.arange(1, len(right) + 1))[right == 1].mean())
    recall.append(right[: n[test][0] // 2].sum() / right.sum())
print(f"cross-validated, of the findings among the candidates: average precision {np.mean(precision):.3f}, recall at n/2 {np.mean(recall):.3f}")
b = fit(np.ones(len(y), bool))
with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write("# Weights of the overlap model (log-odds), one feature to a line; see OverlapModel. Made by bench/overlap/fit.py.\n")
    out.write(f"Base\t{b[0]:.4f}\n" + "".join(f"{k}\t{v:.4f}\n" for k, v in zip(names, b[1:])))
