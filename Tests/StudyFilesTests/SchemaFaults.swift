// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Testing

@testable import StudyFiles

/// Faults of a file by a schema.
enum SchemaFaults {
  static func of(_ bytes: [UInt8], _ checker: SchemaChecker) throws -> [String] {
    var findings = Findings()
    let document = YamlDocument(file: "file.yaml", limits: StudyLimits())
    let tree = try #require(document.read(bytes, findings: &findings))
    return checker.faults(of: tree)
  }
}
