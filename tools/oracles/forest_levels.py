"""Macro F1 of scikit-learn's random forest on a table of features, stratified three-fold.

    python3 tools/oracles/forest_levels.py features.csv objects.csv ID LABEL [COLUMN ...]

features.csv is what `atat features catalog.parquet --out features.csv` writes; objects.csv holds the labels, and columns to add as inputs.
"""
import sys

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

features_path, objects_path, key, label, *extra = sys.argv[1:]
features = pd.read_csv(features_path, dtype={"object_id": str}).set_index("object_id").drop(columns="day")
objects = pd.read_csv(objects_path, dtype={key: str}).set_index(key).loc[features.index]
inputs = pd.concat([features, objects[extra]], axis=1).replace([np.inf, -np.inf], np.nan).clip(-1e30, 1e30).fillna(-9999.0)
scores = []
for seed in range(3):
    folds = StratifiedKFold(3, shuffle=True, random_state=seed)
    forest = RandomForestClassifier(500, max_features=0.3, n_jobs=-1, random_state=seed)
    predicted = cross_val_predict(forest, inputs.to_numpy(np.float32), objects[label], cv=folds)
    scores.append(f1_score(objects[label], predicted, average="macro"))
    if seed == 0:
        print(classification_report(objects[label], predicted, digits=3))
print(f"{inputs.shape[1]} columns, {len(inputs)} objects: macro F1 {np.mean(scores):.4f} over three seeds ({min(scores):.4f} to {max(scores):.4f})")
