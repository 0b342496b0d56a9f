// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Foundation
internal import FoundationXML

/// Walks through one part of XML of a workbook, element by element.
///
/// Document types are refused, and with them entities: no workbook has them, and they make a short
/// text very long or name files of the machine.
final class XMLPart: NSObject, XMLParserDelegate {
  /// What begins.
  private let onStart: (_ name: String, _ attributes: [String: String]) -> Void
  /// What ends, with the text that stood directly in it.
  private let onEnd: (_ name: String, _ text: String) -> Void
  private var texts: [String] = []
  private var fault = false

  private init(
    _ onStart: @escaping (String, [String: String]) -> Void,
    _ onEnd: @escaping (String, String) -> Void
  ) {
    self.onStart = onStart
    self.onEnd = onEnd
  }

  /// Walks through a part.
  ///
  /// - Parameters:
  ///   - bytes: the part.
  ///   - name: its name, for what is said of it.
  ///   - file: the workbook.
  ///   - onStart: told of each element that begins, without prefix of its name.
  ///   - onEnd: told of each element that ends, with its text.
  /// - Throws: a finding where it is not whole, or holds a document type.
  static func walk(
    _ bytes: [UInt8], _ name: String, of file: String,
    onStart: @escaping (String, [String: String]) -> Void = { _, _ in },
    onEnd: @escaping (String, String) -> Void = { _, _ in }
  ) throws(Findings) {
    // In UTF-16 every second byte is 0: Excel and LibreOffice write UTF-8.
    guard !bytes.contains(0) else { throw .about(file, .partDamaged, ["part": name]) }
    guard !holdsDocumentType(bytes) else { throw .about(file, .documentType, ["part": name]) }
    let walk = XMLPart(onStart, onEnd)
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = walk
    let isWhole = parser.parse()
    guard isWhole, !walk.fault else { throw .about(file, .partDamaged, ["part": name]) }
  }

  private static func holdsDocumentType(_ bytes: [UInt8]) -> Bool {
    let marks = ["<!DOCTYPE", "<!ENTITY"].map { Array($0.utf8) }
    return bytes.withUnsafeBufferPointer { buffer in
      for place in buffer.indices where buffer[place] == 0x3C {
        guard place + 1 < buffer.count, buffer[place + 1] == 0x21 else { continue }
        if marks.contains(where: { buffer[place...].starts(with: $0) }) { return true }
      }
      return false
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    texts.append("")
    onStart(name, attributes)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !texts.isEmpty { texts[texts.count - 1] += string }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if !texts.isEmpty { texts[texts.count - 1] += String(decoding: block, as: UTF8.self) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    onEnd(name, texts.popLast() ?? "")
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { fault = true }
}
