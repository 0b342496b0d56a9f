// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
public import Wording

/// The resolved scenario as text, for `releve show`.
public enum ShowText {
  /// The resolved scenario: a heading, then every parameter with its value.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - withLayers: whether the layer, file and line that set each value are told, and its source.
  ///   - assumptionsOnly: whether only parameters without a published source are told.
  ///   - mechanisms: parameters of the mechanisms beside the study, told with the assumptions.
  ///   - language: language of the words.
  /// - Returns: lines without line ends.
  public static func lines(
    _ study: ResolvedStudy, withLayers: Bool = false, assumptionsOnly: Bool = false,
    mechanisms: [ResolvedStudy.Parameter] = [], language: Language
  ) -> [String] {
    let text = ShowLines(study: study, style: NumberStyle(language))
    guard !assumptionsOnly else {
      return text.assumptions() + text.assumptions(ofMechanisms: mechanisms)
    }
    return text.heading() + [""] + text.parameters(study.parameters, withOrigins: withLayers)
  }
}

/// What `releve show --json` writes.
public struct ShowDocument: Sendable, Hashable, Codable {
  /// Version of this format.
  public var schema = 1
  /// Title of the study.
  public var title: String
  /// First year of the horizon.
  public var firstYear: Int
  /// Last year of the horizon.
  public var lastYear: Int
  /// Names of the study and layers, in the order applied.
  public var layers: [String]
  /// Files read.
  public var files: [ResolvedStudy.InputFile]
  /// Number of parameters without a published source.
  public var assumptions: Int
  /// Parameters with every origin, the last layer that set it first.
  public var parameters: [ResolvedStudy.Parameter]
  /// Parameters of the mechanisms beside the study that have no published source; with the
  /// assumptions only.
  public var mechanismParameters: [ResolvedStudy.Parameter]?

  /// The document of a study.
  public init(
    _ study: ResolvedStudy, assumptionsOnly: Bool = false,
    mechanisms: [ResolvedStudy.Parameter] = []
  ) {
    if assumptionsOnly { mechanismParameters = mechanisms.filter(\.isAssumption) }
    title = study.scenario.title
    firstYear = study.scenario.horizon.first.number
    lastYear = study.scenario.horizon.last.number
    layers = study.layers
    files = study.files
    assumptions = study.assumptions.count
    parameters = assumptionsOnly ? study.assumptions : study.parameters
  }
}

/// Lines about one study.
private struct ShowLines {
  let study: ResolvedStudy
  let style: NumberStyle

  private static let labelWidth = 22

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text(key, in: style.language, arguments)
  }

  private func labelled(_ key: String, _ value: String) -> String {
    TextLayout.left(text(key), Self.labelWidth) + value
  }

  func heading() -> [String] {
    let scenario = study.scenario
    func counted(_ count: Int, _ one: String, _ many: String) -> String {
      style.counted(Double(count), one: text("screen.\(one)"), many: text("screen.\(many)"))
    }
    let population = [
      counted(scenario.beneficiaries.count, "beneficiary", "beneficiaries"),
      counted(scenario.measures.count, "measure", "measures"),
      counted(scenario.vehicles.count, "vehicle", "vehicles"),
    ].joined(separator: ", ")
    let words = RuleWords(scenario, in: style.language)
    let goals = scenario.goals.map { level in
      words.goalWords(for: level.terms.map(\.goal.rawValue).joined(separator: "+"))
    }.joined(separator: " · ")
    return [
      scenario.title,
      labelled("show.horizon", "\(scenario.horizon.first)–\(scenario.horizon.last)"),
      labelled("show.layers", study.layers.joined(separator: " + ")),
      labelled("show.population", population),
      labelled("show.goals", goals),
    ]
  }

  func assumptions() -> [String] {
    let assumed = study.assumptions
    guard !assumed.isEmpty else { return [text("show.assumptions.none")] }
    let count = style.counted(
      Double(assumed.count), one: text("screen.parameter"), many: text("screen.parameters"))
    let total = style.integer(study.parameters.count)
    return [text("show.assumptions.heading", ["count": count, "total": total])]
      + parameters(assumed, withOrigins: true)
  }

  /// Parameters of mechanisms without a source; nothing where there are no mechanisms.
  func assumptions(ofMechanisms parameters: [ResolvedStudy.Parameter]) -> [String] {
    guard !parameters.isEmpty else { return [] }
    let assumed = parameters.filter(\.isAssumption)
    guard !assumed.isEmpty else { return ["", text("show.assumptions.mechanisms.none")] }
    let count = style.counted(
      Double(assumed.count), one: text("screen.parameter"), many: text("screen.parameters"))
    let heading = text(
      "show.assumptions.mechanisms", ["count": count, "total": style.integer(parameters.count)])
    return ["", heading] + self.parameters(assumed, withOrigins: true)
  }

  /// Parameters below the first part of their path.
  func parameters(_ list: [ResolvedStudy.Parameter], withOrigins: Bool) -> [String] {
    let width = min(56, list.map { TextLayout.columns(rest(of: $0.path)) }.max() ?? 0)
    let values = min(24, list.map { TextLayout.columns($0.value) }.max() ?? 0)
    var lines: [String] = []
    var section: Substring?
    for parameter in list {
      let own = parameter.path.prefix { $0 != "." }
      if own != section {
        lines.append(String(own))
        section = own
      }
      var line = "  " + TextLayout.left(rest(of: parameter.path), width) + "  " + parameter.value
      let remark = remark(on: parameter, withOrigins: withOrigins)
      if !remark.isEmpty { line = TextLayout.left(line, 4 + width + values) + "  " + remark }
      lines.append(line)
    }
    return lines
  }

  private func rest(of path: String) -> String {
    guard let dot = path.firstIndex(of: ".") else { return path }
    return String(path[path.index(after: dot)...])
  }

  private func remark(on parameter: ResolvedStudy.Parameter, withOrigins: Bool) -> String {
    var parts: [String] = []
    let origin = parameter.origins.first
    if withOrigins, let origin {
      let place = origin.place
      parts.append(text("show.setBy", ["layer": origin.layer, "place": place]))
      let replaced = parameter.origins.dropFirst().map(\.layer)
      if !replaced.isEmpty {
        parts.append(text("show.replaces", ["layers": replaced.joined(separator: ", ")]))
      }
      if let source = origin.source { parts.append(text("show.source", ["source": source])) }
    }
    if origin?.isAssumption ?? true { parts.append(text("show.assumption")) }
    return parts.joined(separator: " · ")
  }
}
