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
    let text = text(in: language)
    // Looked for in bytes: both marks are ASCII, and no byte of another letter is.
    let bytes = text.utf8
    guard var open = bytes.firstIndex(of: UInt8(ascii: "{")) else { return text }
    var result = ""
    var start = bytes.startIndex
    while let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) {
      result += text[start..<open]
      let name = String(text[bytes.index(after: open)..<close])
      result += arguments[name].map { Self.localised($0, language) } ?? "{\(name)}"
      start = bytes.index(after: close)
      guard let next = bytes[start...].firstIndex(of: UInt8(ascii: "{")) else { break }
      open = next
    }
    return result + text[start...]
  }

  private static func localised(_ argument: String, _ language: Language) -> String {
    guard language == .french, argument.utf8.contains(UInt8(ascii: ".")),
      let point = argument.firstIndex(of: "."),
      Double(argument) != nil, argument.allSatisfy({ $0.isNumber || ".-".contains($0) })
    else { return argument }
    return argument[..<point] + "," + argument[argument.index(after: point)...]
  }
}
