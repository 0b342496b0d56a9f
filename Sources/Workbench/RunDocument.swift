// SPDX-License-Identifier: GPL-3.0-or-later

import RunStore
import Wording

/// A run as JSON.
struct RunDocument: Encodable {
  struct Input: Encodable {
    let path: String
    let role: String
    let sha256: String
  }

  struct Parameter: Encodable {
    let path: String
    let value: String
    let layer: String
  }

  let number: Int
  let command: String
  let endedAt: String
  let seconds: Double
  let user: String
  let host: String
  let comment: String?
  let tool: String
  let solver: String
  let study: String
  let title: String
  let region: String?
  let status: String
  let output: String
  let outputSha256: String
  /// The command as it was typed; what follows is there for one run only, not in lists.
  let arguments: [String]?
  let inputs: [Input]?
  let parameters: [Parameter]?
  /// The result's own JSON, as text.
  let result: String?

  init(_ run: StoredRun, isWhole: Bool) {
    let record = run.record
    number = run.number
    command = record.command
    endedAt = record.endedAt
    seconds = record.seconds
    user = record.user
    host = record.host
    comment = record.comment
    tool = record.tool
    solver = record.solver
    study = record.study
    title = record.title
    region = record.region
    status = record.status
    output = record.output
    outputSha256 = record.outputHash
    arguments = isWhole ? record.arguments : nil
    inputs =
      isWhole
      ? record.inputs.map { Input(path: $0.path, role: $0.role, sha256: $0.sha256) } : nil
    parameters =
      isWhole
      ? record.parameters.map { Parameter(path: $0.path, value: $0.value, layer: $0.layer) } : nil
    result = isWhole ? record.result : nil
  }
}

/// Words about runs.
enum RunWords {
  /// `2026-11-27 07:10` of an ISO 8601 time.
  static func time(_ text: String) -> String {
    String(text.prefix(16)).replacing("T", with: " ")
  }

  /// How a run ended, in words; the status itself where there are none.
  static func status(_ status: String, _ language: Language) -> String {
    let key = "runs.status.\(status)"
    let text = Catalogue.text(key, in: language)
    return text == key ? status : text
  }
}
