// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// A workbook (XLSX): sheets with typed cells, tables, charts and looks that depend on values.
///
/// A value like any other; ``bytes(for:scratch:)`` makes a file of it.
public struct WorkbookDocument: Sendable, Hashable {
  /// Title, for the properties of the file.
  public var title: String
  /// When what it tells of came to be, in seconds since 1970.
  ///
  /// Equal workbooks give equal bytes.
  public var created: Int
  /// The sheets, in order; the first one is open.
  public var sheets: [Sheet]

  /// Creates a workbook.
  public init(title: String, created: Int, sheets: [Sheet]) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }

  /// The bytes of the file.
  ///
  /// The library puts the parts of a file into temporary files and does not notice where they do not
  /// fit. So their room is looked at before, and each part is read back: the file is whole, or there
  /// is none.
  ///
  /// - Parameters:
  ///   - file: the file that is meant, for what is said of it.
  ///   - scratch: folder of the temporary files.
  /// - Returns: the file.
  /// - Throws: a finding where a text or number is none that a workbook can hold, or the folder lacks
  ///   room or permission.
  public func bytes(for file: String, scratch: String) throws(Findings) -> [UInt8] {
    try checkContent(for: file)
    try ScratchFolder(path: scratch).check(room: mostBytes, for: file)
    let bytes = try WorkbookWriting.bytes(of: self, for: file, scratch: scratch)
    try WorkbookCheck(document: self, file: file, scratch: scratch).check(bytes)
    return bytes
  }

  /// Whether a file is a workbook that this room wrote, as far as its properties tell.
  public static func wrote(_ bytes: [UInt8]) -> Bool {
    guard let archive = try? ZipArchive(bytes), let part = try? archive.part("docProps/core.xml")
    else { return false }
    return String(decoding: part, as: UTF8.self).contains("<dc:creator>\(author)</dc:creator>")
  }

  /// Author, for the properties of the file.
  static let author = "Relève"

  /// Most characters of a cell.
  static let longestText = 32_767

  private func checkContent(for file: String) throws(Findings) {
    for sheet in sheets {
      for cell in sheet.cells {
        func fault(_ code: Finding.Code) -> Findings {
          .about(file, code, ["sheet": sheet.name, "cell": cell.place.name])
        }
        switch cell.content {
        case .text(let text):
          // Counted as the file format does; no text has more units of it than bytes.
          if text.utf8.count > Self.longestText, text.utf16.count > Self.longestText {
            throw fault(.textTooLong)
          }
        case .number(let number), .formula(_, .number(let number)):
          if !number.isFinite { throw fault(.notFinite) }
        case .formula(_, .text), .blank: break
        }
      }
    }
  }

  /// More bytes than the parts take before they are packed.
  var mostBytes: Int {
    var bytes = 1 << 20
    for sheet in sheets {
      for cell in sheet.cells {
        bytes += 96
        switch cell.content {
        // Each letter may have to be written as an entity.
        case .text(let text): bytes += 64 + 6 * text.utf8.count
        case .formula(let formula, .text(let text)):
          bytes += 6 * (formula.utf8.count + text.utf8.count)
        case .formula(let formula, .number): bytes += 6 * formula.utf8.count
        case .number, .blank: break
        }
      }
    }
    return bytes
  }
}
