// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that decides what the cases of a sweep come to.
///
/// A results file goes on only where all of them are what they were.
public struct SweepTrait: Sendable, Hashable {
  /// What kind of thing it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Version of the tool.
    case tool
    /// Version of the solver.
    case solver
    /// The content of a file that was read; the value is its hash.
    case input
    /// The one region that is planned.
    case region
    /// A parameter set for all cases.
    case setting
    /// Seconds a case may take.
    case timeLimit
    /// The cases with their values; the value is a hash.
    case cases
    /// Which share of the cases is solved; not held against each other where files are merged.
    case shard
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// Its name among those of its kind.
  public var name: String
  /// What is compared.
  public var value: String
  /// How it is told to a person.
  public var told: String

  /// Creates a trait; it is told by its value where nothing else is said.
  public init(_ kind: Kind, name: String = "", _ value: String, told: String? = nil) {
    self.kind = kind
    self.name = name
    self.value = value
    self.told = told ?? value
  }
}

/// What a results file says of its sweep, apart from the cases.
public struct SweepDescription: Sendable, Hashable {
  /// Title of the study.
  public var title: String
  /// Study and layers, as typed.
  public var study: String
  /// Paths of what is varied.
  public var axes: [String]
  /// Number of cases of the whole sweep.
  public var wanted: Int
  /// Share of the cases that this file is for, as `i/n`; `nil`: all.
  public var shard: String?
  /// Everything that decides what the cases come to.
  public var traits: [SweepTrait]

  /// Creates a description.
  public init(
    title: String, study: String, axes: [String], wanted: Int, shard: String? = nil,
    traits: [SweepTrait]
  ) {
    self.title = title
    self.study = study
    self.axes = axes
    self.wanted = wanted
    self.shard = shard
    self.traits = traits
  }
}
