#!/usr/bin/env python3
"""Reads a tree of SNANA FITS files with astropy and prints what an importer must find, for a test to hold.

usage: snana_astropy.py FOLDER

Per folder of files: objects, observations, detections, saturated observations, and SHA-256 digests of
  light curves  for each object its MJD (float64), FLUXCAL, FLUXCALERR (float32, all little-endian), BAND (ASCII), and one byte
                per observation: 1 = detection, 2 = saturated;
  metadata      for each object the 64 ELAsTiCC columns as little-endian float32, missing ones as the NaN 7fc00000.
Files stand in the order of their paths, objects in the order of HEAD. Then one sample object a folder, values as hexadecimal IEEE bits.
"""

import glob
import hashlib
import os
import sys

import numpy as np
from astropy.io import fits

HOST = ["ELLIPTICITY", "SQRADIUS", "SNSEP", "PHOTOZ", "PHOTOZ_ERR", "SPECZ", "SPECZ_ERR"]
HOST += [f"ZPHOT_Q{10 * i:03d}" for i in range(11)]
HOST += [f"MAG_{b}" for b in "ugrizY"] + [f"MAGERR_{b}" for b in "ugrizY"]
COLUMNS = [f"{host}_{name}" for host in ("HOSTGAL", "HOSTGAL2") for name in HOST]
COLUMNS += ["MWEBV", "MWEBV_ERR", "REDSHIFT_HELIO", "REDSHIFT_HELIO_ERR"]
MISSING = (-9, -99, -999, -9999)


def metadata(row, names):
    values = np.full(len(COLUMNS), np.nan, "<f4")
    for i, name in enumerate(COLUMNS):
        if name in names:
            value = row[name]
            missing = value in MISSING or ("MAG" in name and value == 999)
            values[i] = np.nan if missing else value
    bits = values.view("<u4")
    bits[np.isnan(values)] = 0x7FC00000
    return bits


def main(folder):
    for directory in sorted(d for d in glob.glob(os.path.join(folder, "*")) if os.path.isdir(d)):
        curves, table = hashlib.sha256(), hashlib.sha256()
        counts = dict(objects=0, observations=0, detections=0, saturated=0)
        sample = None
        for path in sorted(glob.glob(os.path.join(directory, "*HEAD.FITS*"))):
            head = fits.getdata(path, 1)
            phot = fits.getdata(path.replace("HEAD", "PHOT"), 1)
            for row in head:
                part = phot[row["PTROBS_MIN"] - 1 : row["PTROBS_MAX"]]
                flags = part["PHOTFLAG"].astype(int)
                detected, saturated = (flags & 4096) != 0, (flags & 1024) != 0
                mjd = part["MJD"].astype("<f8")
                flux, error = part["FLUXCAL"].astype("<f4"), part["FLUXCALERR"].astype("<f4")
                assert (np.diff(mjd) >= 0).all()
                for column in (mjd, flux, error):
                    curves.update(column.tobytes())
                curves.update("".join(band.strip() for band in part["BAND"]).encode())
                curves.update((detected + 2 * saturated).astype("u1").tobytes())
                bits = metadata(row, head.names)
                table.update(bits.tobytes())
                counts["objects"] += 1
                counts["observations"] += len(part)
                counts["detections"] += int(detected.sum())
                counts["saturated"] += int(saturated.sum())
                if len(part) > 0:
                    sample = (row, mjd, flux, error, part["BAND"], flags, bits)
        print(os.path.basename(directory), counts)
        print("  light curves", curves.hexdigest())
        print("  metadata", table.hexdigest())
        row, mjd, flux, error, band, flags, bits = sample
        print("  sample", row["SNID"].strip(), "ra", np.float64(row["RA"]).hex(), "dec", np.float64(row["DEC"]).hex(), "observations", len(mjd))
        for i in (0, len(mjd) - 1):
            print("   ", f"{mjd.view('<u8')[i]:016x} {flux.view('<u4')[i]:08x} {error.view('<u4')[i]:08x}", band[i].strip(), flags[i])
        print("    metadata", " ".join(f"{b:08x}" for b in bits))


if __name__ == "__main__":
    main(*sys.argv[1:])
