// SPDX-License-Identifier: GPL-3.0-or-later

/// One run as it is kept: who ran what, when, on which inputs, and what it came to.
public struct RunRecord: Sendable, Hashable {
  /// A file that was read.
  public struct Input: Sendable, Hashable {
    /// Path, as the run named it.
    public var path: String
    /// What it was used as.
    public var role: String
    /// SHA-256 of the content.
    public var sha256: String

    /// Creates an input.
    public init(path: String, role: String, sha256: String) {
      self.path = path
      self.role = role
      self.sha256 = sha256
    }
  }

  /// A parameter of the resolved scenario.
  public struct Parameter: Sendable, Hashable {
    /// Path of the parameter.
    public var path: String
    /// Value as written.
    public var value: String
    /// The layer that set it.
    public var layer: String

    /// Creates a parameter.
    public init(path: String, value: String, layer: String) {
      self.path = path
      self.value = value
      self.layer = layer
    }
  }

  /// What was run: `plan`, `compare`, `sweep`, `tournament` or `frontier`.
  public var command: String
  /// When it ended, in UTC, as ISO 8601.
  public var endedAt: String
  /// Seconds it took.
  public var seconds: Double
  /// Who ran it: name of the user.
  public var user: String
  /// On which machine.
  public var host: String
  /// What the user says about it.
  public var comment: String?
  /// The command as it was typed, each word.
  public var arguments: [String]
  /// Version of the tool.
  public var tool: String
  /// Version of the solver.
  public var solver: String
  /// Study and layers, as typed.
  public var study: String
  /// Title of the study.
  public var title: String
  /// The one region, where there is one.
  public var region: String?
  /// How it ended, as its result says.
  public var status: String
  /// Where the result was written.
  public var output: String
  /// SHA-256 of the file that seals the result: the manifest of a plan, comparison or curve, the table of a
  /// sweep, the summary of a tournament.
  public var outputHash: String
  /// The result, as JSON.
  public var result: String
  /// Files read.
  public var inputs: [Input]
  /// The resolved scenario.
  public var parameters: [Parameter]

  /// Creates a record.
  public init(
    command: String, endedAt: String, seconds: Double, user: String, host: String,
    comment: String?, arguments: [String], tool: String, solver: String, study: String,
    title: String, region: String?, status: String, output: String, outputHash: String,
    result: String, inputs: [Input], parameters: [Parameter]
  ) {
    self.command = command
    self.endedAt = endedAt
    self.seconds = seconds
    self.user = user
    self.host = host
    self.comment = comment
    self.arguments = arguments
    self.tool = tool
    self.solver = solver
    self.study = study
    self.title = title
    self.region = region
    self.status = status
    self.output = output
    self.outputHash = outputHash
    self.result = result
    self.inputs = inputs
    self.parameters = parameters
  }
}

/// A run in its store, under its number.
public struct StoredRun: Sendable, Hashable {
  /// Its number; no other run of the store ever has it.
  public let number: Int
  /// What is known of it.
  public let record: RunRecord
}
