#!/usr/bin/env python3
"""Balanced random forests: imbalanced-learn's against atat's, on the same objects, in turn, on one core.

usage: forest_imblearn.py ATAT CATALOG FEATURES [--day 2048] [--seeds 10] [--trees 500] [--core 0]
                          [--missing -999] [--neither-missing] [--json FILE]

ATAT is the program; CATALOG is divided by `atat split`, FEATURES is from `atat features`. The matrices are those that `atat bench forest
--export` writes: metadata and features of the training and the test part. For every seed atat and imbalanced-learn take turns: both train a
forest on one core and predict the test part, all objects at once, 7 times (the median counts). Times are
processor times, so that other programs on the machine do not count.

imbalanced-learn runs with its defaults (every class undersampled to the size of the rarest without replacement, from these a bootstrap
of the same size, the square root of the columns at every split, Gini's impurity, trees grown out) but for the number of trees. It takes no missing values: they
become --missing. atat keeps them and learns the side they go to, unless --neither-missing, where it sees the same number in their place.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import imblearn  # noqa: E402
import numpy as np  # noqa: E402
import sklearn  # noqa: E402
from imblearn.ensemble import BalancedRandomForestClassifier  # noqa: E402
from sklearn.metrics import f1_score  # noqa: E402

PASSES = 7

# Some versions warn twice a tree, of each other, which takes time to print.
warnings.simplefilter("ignore")


def load(folder, part, missing):
    values = np.load(os.path.join(folder, f"{part}_features.npy")).astype("f8")
    values[~np.isfinite(values)] = missing
    return values.astype("f4"), np.load(os.path.join(folder, f"{part}_classes.npy"))


def theirs(train, test, seed, trees):
    forest = BalancedRandomForestClassifier(n_estimators=trees, n_jobs=1, random_state=seed)
    begin = time.process_time()
    forest.fit(*train)
    training = time.process_time() - begin
    passes = []
    for _ in range(PASSES):
        begin = time.process_time()
        probabilities = forest.predict_proba(test[0])
        passes.append(time.process_time() - begin)
    f1 = f1_score(test[1], forest.classes_[probabilities.argmax(axis=1)], average="macro")
    return f1, training, 1e6 * float(np.median(passes)) / len(test[1])


def ours(options, seed, seeds=1, more=()):
    line = [options.atat, "bench", "forest", "--data", options.catalog, "--features", options.features, "--day", str(options.day), "--trees", str(options.trees)]
    line += ["--seeds", str(seeds), "--first-seed", str(seed), "--threads", "1", "--json", "--quiet", *more]
    if options.neither_missing:
        line += ["--missing", str(options.missing)]
    result = json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stdout)
    return [(s["macro_f1"], s["training_seconds"], s["microseconds"]) for s in result["seeds"]], result


def mean_and_error(values):
    return float(np.mean(values)), float(np.std(values, ddof=1) / np.sqrt(len(values)))


def main(options):
    os.sched_setaffinity(0, {options.core})  # inherited by atat
    with tempfile.TemporaryDirectory() as folder:
        _, facts = ours(options, 1, more=("--export", folder))
        train, test = load(folder, "train", options.missing), load(folder, "test", options.missing)
        missing = float(np.mean(~np.isfinite(np.load(os.path.join(folder, "train_features.npy")))))
    print(f"{facts['training']:,} objects to train on (classes {np.bincount(train[1]).tolist()}), {facts['test']:,} to test ({np.bincount(test[1]).tolist()}), {facts['columns']} columns, {missing:.1%} of values missing")
    print(f"imbalanced-learn {imblearn.__version__} (scikit-learn {sklearn.__version__}), defaults with {options.trees} trees, missing values as {options.missing:g}; core {options.core}; seeds 1 to {options.seeds}")
    a, b = [], []
    for seed in range(1, options.seeds + 1):
        a += ours(options, seed)[0]
        b.append(theirs(train, test, seed, options.trees))
        print(f"seed {seed}: macro F1 {a[-1][0]:.4f} and {b[-1][0]:.4f}, training {a[-1][1]:.3f} s and {b[-1][1]:.3f} s, prediction {a[-1][2]:.2f} us and {b[-1][2]:.2f} us", flush=True)
    a, b = np.array(a), np.array(b)
    (f1_a, se_a), (f1_b, se_b) = mean_and_error(a[:, 0]), mean_and_error(b[:, 0])
    times = [(float(np.median(x[:, 1])), float(np.median(x[:, 2]))) for x in (a, b)]
    print(f"{'':18}{'macro F1':>20}{'training, s':>14}{'prediction, us an object':>27}")
    for name, f1, se, (training, prediction) in (("atat", f1_a, se_a, times[0]), ("imbalanced-learn", f1_b, se_b, times[1])):
        print(f"{name:18}{f1:11.4f} +- {se:.4f}{training:14.3f}{prediction:27.2f}")
    difference, se = f1_a - f1_b, max(se_a, se_b)
    verdict = "within one standard error" if abs(difference) <= se else "atat is better" if difference > 0 else "atat is worse"
    print(f"difference of macro F1 {difference:+.4f}, standard error {se:.4f} (the larger), {np.hypot(se_a, se_b):.4f} (of the difference): {verdict}")
    print(f"atat trains {times[1][0] / times[0][0]:.1f} times and predicts {times[1][1] / times[0][1]:.1f} times as fast")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"facts": {k: v for k, v in facts.items() if k != "seeds"}, "atat": a.tolist(), "imblearn": b.tolist()}, file, indent=1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atat")
    parser.add_argument("catalog")
    parser.add_argument("features")
    parser.add_argument("--day", type=float, default=2048)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--trees", type=int, default=500)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--missing", type=float, default=-999)
    parser.add_argument("--neither-missing", action="store_true")
    parser.add_argument("--json")
    main(parser.parse_args())
