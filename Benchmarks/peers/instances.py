# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are solved: made up from a seed, or from the public SAE."""

from __future__ import annotations

import dataclasses
import os
import subprocess

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SAE = "sae"
SIZES = [50, 200, 600, 1433, 3000, 10000, 35000]
HARD_KINDS = ["tight-regions", "tight-staff", "many-vehicles", "ght-blocks"]
HARD_SIZES = [600, 3000]
SAE_FILES = [
    f"sae-{year}/{table}_{year}r.csv" for year in (2023, 2022) for table in ("ID", "SYGEN")
]
# As in docs/commands.md: the SAE gives no workstations, and does not know what is deployed.
SAE_LAYER = """layer: 1
title: Population de la SAE
tables:
  beneficiaries: population/beneficiaries.csv
  deployment: ~
imputation:
  workstations: { agents: 0,75, fixed: 2 }
  beds: { agents: 0,14 }
  sites: { fixed: 1 }
  activity: { beds: 40 }
"""


@dataclasses.dataclass(frozen=True)
class Instance:
    """A made-up study of a kind and size, or the SAE (kind `sae`, size 0)."""

    kind: str
    size: int

    @property
    def name(self) -> str:
        return self.kind if self.kind == SAE else f"{self.kind}-{self.size}"

    @staticmethod
    def named(name: str) -> Instance:
        if name == SAE:
            return Instance(SAE, 0)
        kind, _, size = name.rpartition("-")
        if kind not in ["plain", *HARD_KINDS] or not size.isdigit():
            raise ValueError(f"no instance {name}: KIND-SIZE or {SAE}")
        return Instance(kind, int(size))


def every_instance() -> list[Instance]:
    plain = [Instance("plain", size) for size in SIZES]
    hard = [Instance(kind, size) for kind in HARD_KINDS for size in HARD_SIZES]
    return plain + hard + [Instance(SAE, 0)]


@dataclasses.dataclass
class Workshop:
    """Makes studies and program files in a folder, once each."""

    folder: str
    releve: str
    seed: int
    shared_data: str | None

    def study(self, instance: Instance) -> str:
        """The study of an instance, as the tool and `MeasureEngine` take it."""
        if instance.kind == SAE:
            return self._sae()
        folder = os.path.join(self.folder, f"{instance.name}-seed-{self.seed}")
        if not os.path.exists(folder):
            self._releve(
                "generate", "study", "--kind", instance.kind, "--beneficiaries",
                str(instance.size), "--seed", str(self.seed), "--out", folder)
        return os.path.join(folder, "study.yaml")

    def program(self, instance: Instance, level: int = 1) -> str:
        """The program of an instance with the objective of one goal, as an MPS file."""
        path = os.path.join(self.folder, f"{instance.name}-seed-{self.seed}-level-{level}.mps")
        if not os.path.exists(path):
            self._releve(
                "export", "mps", self.study(instance), "--level", str(level), "--out", path)
        return path

    def _sae(self) -> str:
        if not self.shared_data:
            raise RuntimeError("the SAE population needs --shared-data")
        folder = os.path.join(self.folder, SAE)
        layer = os.path.join(folder, "sae.yaml")
        if not os.path.exists(layer):
            os.makedirs(folder, exist_ok=True)
            files = [os.path.join(self.shared_data, file) for file in SAE_FILES]
            self._releve(
                "import", "sae", *files, "--out", os.path.join(folder, "population"))
            with open(layer, "w", encoding="utf-8") as file:
                file.write(SAE_LAYER)
        return os.path.join(ROOT, "models", "after-care.yaml") + "+" + layer

    def _releve(self, *arguments: str) -> None:
        done = subprocess.run(
            [self.releve, *arguments, "--quiet", "--lang", "en"], capture_output=True, text=True,
            check=False)
        if done.returncode != 0:
            raise RuntimeError(f"releve {' '.join(arguments)}: {done.stderr.strip()}")
