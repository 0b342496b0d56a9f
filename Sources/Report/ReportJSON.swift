// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation

/// How documents become JSON and back: snake_case keys, sorted, indented, one line feed at the end.
public enum ReportJSON {
  /// The bytes of a document.
  ///
  /// - Throws: a finding where a number is not finite.
  public static func bytes(of document: some Encodable) throws(Findings) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(document) else {
      throw Findings(Finding("report.notFinite", .error))
    }
    return Array(data) + [0x0A]
  }

  /// The text of a document, as ``bytes(of:)`` has it.
  ///
  /// - Throws: a finding where a number is not finite.
  public static func text(of document: some Encodable) throws(Findings) -> String {
    String(decoding: try bytes(of: document), as: UTF8.self)
  }

  /// A document from its bytes.
  ///
  /// - Parameters:
  ///   - type: the document.
  ///   - bytes: JSON.
  ///   - path: file they come from, for the finding.
  /// - Returns: the document.
  /// - Throws: a finding where the bytes are not such a document.
  public static func document<Document: Decodable>(
    _ type: Document.Type, from bytes: [UInt8], path: String
  ) throws(Findings) -> Document {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let document = try? decoder.decode(type, from: Data(bytes)) else {
      throw Findings(
        Finding("report.notADocument", .error, at: SourcePosition(file: path)))
    }
    return document
  }
}
