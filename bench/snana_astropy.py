#!/usr/bin/env python3
"""Times the reading of SNANA FITS files into light curves and metadata: astropy against atat, on the same files, in turn, one core each.

usage: snana_astropy.py ATAT FOLDER [ROUNDS]

ATAT is the program; FOLDER is one that `atat simulate --format snana` or SNANA wrote. Both make of every object its times, fluxes, errors,
band indices and detection flags, and its metadata. astropy is timed twice: object by object, as its users write it, and by whole columns
that are cut into objects afterwards.
"""

import glob
import os
import re
import statistics
import subprocess
import sys
import time

import numpy as np
from astropy.io import fits

os.environ["OMP_NUM_THREADS"] = "1"


def pairs(folder):
    heads = sorted(glob.glob(os.path.join(folder, "**", "*HEAD.FITS*"), recursive=True))
    return [(head, head.replace("HEAD", "PHOT")) for head in heads]


def metadata(head):
    names = [n for n in head.names if np.issubdtype(head[n].dtype, np.number) and not n.startswith("SIM")]
    return np.column_stack([np.asarray(head[n], "f4") for n in names])


def by_object(folder):
    rows = 0
    for head_path, phot_path in pairs(folder):
        head, phot = fits.getdata(head_path, 1), fits.getdata(phot_path, 1)
        metadata(head)
        for row in head:
            part = phot[row["PTROBS_MIN"] - 1 : row["PTROBS_MAX"]]
            bands = {band: i for i, band in enumerate("ugrizY")}
            np.array(part["MJD"], "f8"), np.array(part["FLUXCAL"], "f4"), np.array(part["FLUXCALERR"], "f4")
            np.array([bands[b.strip()] for b in part["BAND"]], "u1")
            (part["PHOTFLAG"].astype("i8") & 4096) != 0
            rows += len(part)
    return rows


def by_column(folder):
    rows = 0
    for head_path, phot_path in pairs(folder):
        head, phot = fits.getdata(head_path, 1), fits.getdata(phot_path, 1)
        metadata(head)
        mjd, flux, error = np.array(phot["MJD"], "f8"), np.array(phot["FLUXCAL"], "f4"), np.array(phot["FLUXCALERR"], "f4")
        letters = np.char.strip(phot["BAND"])
        band = np.full(len(letters), 255, "u1")
        for i, letter in enumerate("ugrizY"):
            band[letters == letter] = i
        detected = (phot["PHOTFLAG"].astype("i8") & 4096) != 0
        for first, last in zip(head["PTROBS_MIN"], head["PTROBS_MAX"]):
            for column in (mjd, flux, error, band, detected):
                column[first - 1 : last].copy()
            rows += last - first + 1
    return rows


def rate(read, folder):
    begin = time.perf_counter()
    rows = read(folder)
    return rows / (time.perf_counter() - begin)


def main(atat, folder, rounds=3):
    rates = {"astropy by object": [], "astropy by column": [], "atat": []}
    for _ in range(rounds):
        rates["astropy by object"].append(rate(by_object, folder))
        rates["astropy by column"].append(rate(by_column, folder))
        line = subprocess.run([atat, "bench", "snana", folder, "--rounds", "3"], check=True, capture_output=True, text=True).stdout
        rates["atat"].append(float(re.search(r"([0-9]+) rows/s", line).group(1)))
    medians = {name: statistics.median(values) for name, values in rates.items()}
    for name, value in medians.items():
        print(f"{name}: {value:,.0f} rows/s, atat is {medians['atat'] / value:.1f} times as fast")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3)
