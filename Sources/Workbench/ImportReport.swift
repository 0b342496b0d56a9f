// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import Registers
public import Wording

/// What came of an import.
public struct ImportReport: Sendable {
  /// What is worth saying about the files.
  public let warnings: Findings
  private let summary: ImportSummary
  private let folder: String

  init(_ population: ImportedPopulation, folder: String) {
    warnings = population.findings
    summary = population.summary
    self.folder = folder
  }

  /// The account of every file and every imputation, in words.
  public func lines(in language: Language) -> [String] {
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text(key, in: language, arguments)
    }
    let style = NumberStyle(language)
    var lines = [
      text(
        "import.done",
        [
          "beneficiaries": style.counted(
            Double(summary.beneficiaries), one: text("screen.beneficiary"),
            many: text("screen.beneficiaries")),
          "agents": summary.agents > 0
            ? style.counted(
              Double(summary.agents), one: text("import.agent"), many: text("import.agents"))
            : text("import.noAgents"),
          "folder": folder,
        ])
    ]
    lines += summary.files.map { account in
      let leftOut = account.leftOut.values.reduce(0, +)
      return text(
        "import.file",
        [
          "file": account.file, "read": style.integer(account.read),
          "kept": style.integer(account.kept), "leftOut": style.integer(leftOut),
          "encoding": text("import.encoding.\(account.encoding)"),
        ])
    }
    lines += summary.reasons.sorted { $0.key < $1.key }.map { reason, count in
      "  \(style.integer(count))  \(text("registers.reason.\(reason)"))"
    }
    return lines
  }

  /// The summary as JSON.
  ///
  /// - Throws: What the encoder throws; it does not happen for finite numbers.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(summary), as: UTF8.self)
  }
}
