// SPDX-License-Identifier: GPL-3.0-or-later

/// Language of the user.
public enum Language: String, Sendable, CaseIterable, Codable {
  case french = "fr"
  case english = "en"
}

/// One text in both languages; `{name}` stands for an argument.
public struct Phrase: Sendable, Hashable {
  /// French text.
  public let fr: String
  /// English text.
  public let en: String

  /// Creates a phrase.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// The text in one language, before arguments are put in.
  public func text(in language: Language) -> String { language == .french ? fr : en }

  /// The text in one language with its arguments put in.
  ///
  /// A decimal number among them is written with the language's decimal sign. An argument that the
  /// phrase names and the caller does not give is left visible as `{name}`.
  public func text(in language: Language, _ arguments: [String: String]) -> String {
    var result = ""
    var rest = Substring(text(in: language))
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += arguments[name].map { Self.localised($0, language) } ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func localised(_ argument: String, _ language: Language) -> String {
    guard language == .french, let point = argument.firstIndex(of: "."),
      Double(argument) != nil, argument.allSatisfy({ $0.isNumber || ".-".contains($0) })
    else { return argument }
    return argument[..<point] + "," + argument[argument.index(after: point)...]
  }
}
