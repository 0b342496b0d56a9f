// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import Foundation

/// A workbook (XLSX) that was opened for reading: which sheets it has, each read when it is asked for.
///
/// What is not a plain workbook is refused before anything is unpacked: other formats, passwords,
/// macros, and archives that unpack to more than ``mostBytes``.
public struct WorkbookPackage: Sendable {
  /// Most bytes of a workbook as it is on disk.
  public static let mostPackedBytes = 64 << 20
  /// Most bytes of its parts once unpacked.
  public static let mostBytes = 384 << 20
  /// Times that a large workbook may grow when it is unpacked.
  static let mostGrowth = 200

  /// The workbook, as the user named it.
  public let file: String
  /// Names of the sheets, in order.
  public let sheetNames: [String]
  let archive: ZipArchive
  /// Part of each sheet, by position.
  let parts: [String?]
  let strings: [String]
  let looks: [NumberLook]

  /// Whether a file is meant as a workbook, by its name or its first bytes.
  public static func isMeant(by name: String, _ beginning: [UInt8]) -> Bool {
    let endings = [".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods"]
    return endings.contains { name.lowercased().hasSuffix($0) } || beginning.starts(with: zip)
      || beginning.starts(with: compound)
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - file: the workbook, as the user named it.
  /// - Throws: a finding where it is none that can be read.
  public init(_ bytes: [UInt8], file: String) throws(Findings) {
    self.file = file
    archive = try Self.archive(bytes, file)
    let reading = PartReading(archive: archive, file: file)
    try Self.refuseOtherKinds(reading)
    let root = try reading.relations(of: "")
    guard let main = root.values.first(where: { $0.kind == "officeDocument" })?.target else {
      throw .about(file, .notWorkbook)
    }
    let relations = try reading.relations(of: main)
    var names: [String] = []
    var parts: [String?] = []
    var from1904 = false
    try reading.walk(main) { name, attributes in
      switch name {
      case "workbookPr":
        from1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
      case "sheet":
        names.append(attributes["name"] ?? "")
        let id = attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""
        let relation = relations[id]
        parts.append(relation?.kind == "worksheet" ? relation?.target : nil)
      default: break
      }
    }
    guard !names.isEmpty else { throw .about(file, .notWorkbook) }
    sheetNames = names
    self.parts = parts
    func part(_ kind: String) -> String? {
      relations.values.first { $0.kind == kind }?.target
    }
    strings =
      try part("sharedStrings").map { part throws(Findings) in
        try reading.strings(part)
      } ?? []
    looks =
      try part("styles").map { part throws(Findings) in
        try reading.looks(part, from1904: from1904)
      } ?? []
  }

  /// Reads a sheet.
  ///
  /// - Parameter name: its name.
  /// - Returns: the sheet; `nil` where there is none of the name, or it holds a chart alone.
  /// - Throws: a finding where its part is missing or damaged, or holds too many cells.
  public func sheet(_ name: String) throws(Findings) -> ReadSheet? {
    guard let place = sheetNames.firstIndex(of: name), let part = parts[place] else { return nil }
    let reading = SheetReading(name: name, strings: strings, looks: looks)
    return try reading.read(PartReading(archive: archive, file: file), part)
  }

  // MARK: What is refused

  private static func archive(_ bytes: [UInt8], _ file: String) throws(Findings) -> ZipArchive {
    if bytes.starts(with: compound) {
      // The name of the part that holds a workbook with a password, as these files write names.
      let mark = Array("EncryptedPackage".utf8).flatMap { byte -> [UInt8] in [byte, 0] }
      let isLocked = Data(bytes).range(of: Data(mark)) != nil
      throw .about(file, isLocked ? .passwordProtected : .oldFormat)
    }
    guard bytes.starts(with: zip) else { throw .about(file, .notWorkbook) }
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes, limit: mostBytes)
    } catch .tooLarge {
      throw .about(file, .unpacksTooLarge, ["limit": "\(mostBytes >> 20)"])
    } catch {
      throw .about(file, .archiveDamaged)
    }
    let size = archive.unpackedSize
    guard size <= 32 << 20 || size / max(1, bytes.count) <= mostGrowth else {
      throw .about(file, .unpacksTooLarge, ["limit": "\(mostBytes >> 20)"])
    }
    return archive
  }

  private static func refuseOtherKinds(_ reading: PartReading) throws(Findings) {
    let names = reading.archive.names
    guard names.contains("[Content_Types].xml") else {
      let isOpenDocument = names.contains("mimetype") && names.contains("content.xml")
      throw .about(reading.file, isOpenDocument ? .openDocument : .notWorkbook)
    }
    var types: [String] = []
    try reading.walk("[Content_Types].xml") { _, attributes in
      if let type = attributes["ContentType"] { types.append(type.lowercased()) }
    }
    let hasMacros =
      names.contains { $0.lowercased().hasSuffix("vbaproject.bin") }
      || types.contains { $0.contains("macroenabled") && $0.hasSuffix(".main+xml") }
    if hasMacros { throw .about(reading.file, .macros) }
    if types.contains(where: { $0.contains("sheet.binary") }) {
      throw .about(reading.file, .oldFormat)
    }
  }
}
