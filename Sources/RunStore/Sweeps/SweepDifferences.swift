// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// In what one sweep is not another.
public enum SweepDifferences {
  /// Refuses results that are not those of a sweep.
  ///
  /// - Parameters:
  ///   - found: What the file says.
  ///   - asked: What it would have to say.
  ///   - path: The file.
  ///   - ignoresShards: Whether the share of the cases may be another one.
  /// - Throws: every difference.
  public static func refuse(
    _ found: SweepDescription, where asked: SweepDescription, at path: String,
    ignoresShards: Bool = false
  ) throws(Findings) {
    var findings = Findings()
    let kinds = SweepTrait.Kind.allCases.filter { !(ignoresShards && $0 == .shard) }
    for kind in kinds {
      let old = found.traits.filter { $0.kind == kind }
      let new = asked.traits.filter { $0.kind == kind }
      // In the order of the sweep asked for, then what only the file has.
      let names =
        new.map(\.name) + old.map(\.name).filter { name in !new.contains { $0.name == name } }
      for name in names {
        let before = old.first { $0.name == name }
        let now = new.first { $0.name == name }
        guard before?.value != now?.value else { continue }
        findings.add(
          Finding(
            code(kind), .error, at: SourcePosition(file: path),
            ["found": before?.told ?? "–", "asked": now?.told ?? "–"]))
      }
    }
    try findings.throwIfErrors()
  }

  private static func code(_ kind: SweepTrait.Kind) -> Finding.Code {
    switch kind {
    case .tool: "store.otherTool"
    case .solver: "store.otherSolver"
    case .input: "store.otherInput"
    case .region: "store.otherRegion"
    case .setting: "store.otherSetting"
    case .timeLimit: "store.otherTimeLimit"
    case .cases: "store.otherCases"
    case .shard: "store.otherShard"
    }
  }
}
