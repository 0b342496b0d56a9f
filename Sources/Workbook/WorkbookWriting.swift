// SPDX-License-Identifier: GPL-3.0-or-later

internal import CLibXLSXWriter
internal import Diagnostics
internal import Glibc

/// Writes a workbook with libxlsxwriter.
///
/// The library's pointers live and die in ``bytes(of:for:scratch:)``. The packed file goes to memory:
/// whoever wants it on disk writes it whole.
struct WorkbookWriting {
  /// The file that is meant, for what is said of it.
  let file: String
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var above: [(style: CellStyle, format: UnsafeMutablePointer<lxw_format>?)] = []

  /// The bytes of a workbook.
  ///
  /// - Throws: a finding where the library cannot write it.
  static func bytes(
    of document: WorkbookDocument, for file: String, scratch: String
  ) throws(Findings) -> [UInt8] {
    let descriptor = releve_memory_file()
    guard descriptor >= 0 else { throw .about(file, .library, ["reason": "memfd \(errno)"]) }
    defer { close(descriptor) }
    // The library only remembers where the folder's name is.
    guard let folder = strdup(scratch) else { throw .about(file, .library, ["reason": "memory"]) }
    defer { free(folder) }
    var options = lxw_workbook_options()
    options.tmpdir = folder
    guard let workbook = workbook_new_opt("/proc/self/fd/\(descriptor)", &options) else {
      throw .about(file, .library, ["reason": "memory"])
    }
    var writing = WorkbookWriting(file: file, workbook: workbook)
    do {
      try writing.write(document)
    } catch {
      lxw_workbook_free(workbook)
      throw error
    }
    // Closing lets go of the workbook, whatever comes of it.
    switch workbook_close(workbook) {
    case LXW_NO_ERROR: break
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE:
      throw .about(file, .scratchFull, ["folder": scratch])
    case let error: throw fault(error, file)
    }
    return try content(of: descriptor, file)
  }

  private init(file: String, workbook: UnsafeMutablePointer<lxw_workbook>) {
    self.file = file
    self.workbook = workbook
  }

  private static func content(of descriptor: Int32, _ file: String) throws(Findings) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { throw .about(file, .library, ["reason": "size \(size)"]) }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .about(file, .library, ["reason": "read \(errno)"]) }
      done += count
    }
    return bytes
  }

  private static func fault(_ error: lxw_error, _ file: String) -> Findings {
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)"
    return .about(file, .library, ["reason": reason])
  }

  func check(_ error: lxw_error) throws(Findings) {
    guard error == LXW_NO_ERROR else { throw Self.fault(error, file) }
  }

  // MARK: Parts

  private mutating func write(_ document: WorkbookDocument) throws(Findings) {
    let texts = TextsForC()
    var properties = lxw_doc_properties()
    properties.title = texts.pointer(document.title)
    properties.author = texts.pointer(WorkbookDocument.author)
    properties.created = time_t(document.created)
    try check(workbook_set_properties(workbook, &properties))
    // Charts name sheets: all of them exist before the first is filled.
    var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    for sheet in document.sheets {
      try check(workbook_validate_sheet_name(workbook, sheet.name))
      guard let added = workbook_add_worksheet(workbook, sheet.name) else {
        throw .about(file, .library, ["reason": sheet.name])
      }
      sheets.append(added)
    }
    for (sheet, place) in zip(document.sheets, sheets) {
      try write(sheet, to: place, texts)
      for chart in sheet.charts { try write(chart, to: place, texts) }
    }
  }

  private mutating func write(
    _ sheet: Sheet, to place: UnsafeMutablePointer<lxw_worksheet>, _ texts: TextsForC
  ) throws(Findings) {
    try setUp(sheet, place)
    for cell in sheet.cells { try write(cell, to: place) }
    for merge in sheet.merges {
      let (first, last) = (merge.range.first, merge.range.last)
      try check(
        worksheet_merge_range(
          place, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column),
          Self.literal(merge.text), try format(merge.style)))
    }
    for table in sheet.tables { try write(table, to: place, texts) }
    for highlight in sheet.highlights {
      var condition = lxw_conditional_format()
      condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      condition.value_string = texts.pointer(highlight.formula)
      condition.format = try format(highlight.style)
      let (first, last) = (highlight.range.first, highlight.range.last)
      try check(
        worksheet_conditional_format_range(
          place, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column),
          &condition))
    }
    for validation in sheet.validations { try write(validation, to: place, texts) }
    for remark in sheet.remarks {
      var options = lxw_comment_options()
      options.author = texts.pointer(WorkbookDocument.author)
      options.width = 320
      options.height = UInt16(clamping: 30 + 18 * (remark.text.count / 42 + 1))
      try check(
        worksheet_write_comment_opt(
          place, UInt32(remark.place.row), UInt16(remark.place.column), remark.text, &options))
    }
    if let filter = sheet.filter {
      try check(
        worksheet_autofilter(
          place, UInt32(filter.first.row), UInt16(filter.first.column), UInt32(filter.last.row),
          UInt16(filter.last.column)))
    }
  }

  private mutating func setUp(
    _ sheet: Sheet, _ place: UnsafeMutablePointer<lxw_worksheet>
  ) throws(Findings) {
    for (column, width) in sheet.widths.enumerated() {
      let style = try format(sheet.columnStyles[column] ?? .plain)
      try check(worksheet_set_column(place, UInt16(column), UInt16(column), width, style))
    }
    for height in sheet.heights {
      try check(worksheet_set_row(place, UInt32(height.row), height.points, nil))
    }
    worksheet_set_landscape(place)
    worksheet_set_paper(place, Self.a4)
    if sheet.fitsPaper { worksheet_fit_to_pages(place, 1, 0) }
    if !sheet.pageBreaks.isEmpty {
      // A row 0 ends the list.
      var breaks = sheet.pageBreaks.map { UInt32($0) } + [0]
      try check(worksheet_set_h_pagebreaks(place, &breaks))
    }
    worksheet_set_margins(place, 0.4, 0.4, 0.5, 0.6)
    try check(worksheet_set_footer(place, "&L&A&R&P / &N"))
    if let frozen = sheet.frozen {
      worksheet_freeze_panes(place, UInt32(frozen.row), UInt16(frozen.column))
    }
    if let row = sheet.repeatedRow {
      try check(worksheet_repeat_rows(place, UInt32(row), UInt32(row)))
    }
  }

  /// Number of the paper in the file format.
  private static let a4: UInt8 = 9

  private mutating func write(
    _ cell: Sheet.Cell, to place: UnsafeMutablePointer<lxw_worksheet>
  ) throws(Findings) {
    let (row, column) = (UInt32(cell.place.row), UInt16(cell.place.column))
    let format = try format(cell.style, in: cell.place.column)
    switch cell.content {
    case .text(let text):
      try check(worksheet_write_string(place, row, column, Self.literal(text), format))
    case .number(let number):
      try check(worksheet_write_number(place, row, column, number, format))
    case .formula(let formula, .number(let value)):
      try check(worksheet_write_formula_num(place, row, column, formula, format, value))
    case .formula(let formula, .text(let value)):
      try check(worksheet_write_formula_str(place, row, column, formula, format, value))
    case .blank: try check(worksheet_write_blank(place, row, column, format))
    }
  }

  private mutating func write(
    _ table: SheetTable, to place: UnsafeMutablePointer<lxw_worksheet>, _ texts: TextsForC
  ) throws(Findings) {
    let titleFormat = try format(table.titleStyle)
    let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: table.titles.count)
    columns.initialize(repeating: lxw_table_column(), count: table.titles.count)
    defer { columns.deallocate() }
    var list: [UnsafeMutablePointer<lxw_table_column>?] = []
    for (position, title) in table.titles.enumerated() {
      columns[position].header = texts.pointer(Self.literal(title))
      columns[position].header_format = titleFormat
      list.append(columns + position)
    }
    list.append(nil)
    var options = lxw_table_options()
    options.name = texts.pointer(table.name)
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    options.style_type_number = 1
    let (first, last) = (table.range.first, table.range.last)
    let error = list.withUnsafeMutableBufferPointer { list in
      options.columns = list.baseAddress
      return worksheet_add_table(
        place, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column),
        &options)
    }
    try check(error)
  }

  private func write(
    _ validation: Validation, to place: UnsafeMutablePointer<lxw_worksheet>, _ texts: TextsForC
  ) throws(Findings) {
    var rule = lxw_data_validation()
    switch validation.rule {
    case .wholeNumber(let least):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      rule.value_number = Double(least)
    case .word(let words, let isStrict):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
        capacity: words.count + 1)
      list.initialize(repeating: nil, count: words.count + 1)
      defer { list.deallocate() }
      for (position, word) in words.enumerated() {
        list[position] = texts.pointer(word)
      }
      rule.value_list = list
      if !isStrict { rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue) }
      try apply(&rule, validation, to: place, texts)
      return
    case .oneOf(let cells):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      rule.value_formula = texts.pointer(cells)
      rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    }
    try apply(&rule, validation, to: place, texts)
  }

  private func apply(
    _ rule: inout lxw_data_validation, _ validation: Validation,
    to place: UnsafeMutablePointer<lxw_worksheet>, _ texts: TextsForC
  ) throws(Findings) {
    rule.error_title = texts.pointer(validation.title)
    rule.error_message = texts.pointer(validation.message)
    let (first, last) = (validation.range.first, validation.range.last)
    try check(
      worksheet_data_validation_range(
        place, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column),
        &rule))
  }

  // MARK: Formats

  /// The format of a cell, which is often that of the cell above.
  private mutating func format(
    _ style: CellStyle, in column: Int
  ) throws(Findings) -> UnsafeMutablePointer<lxw_format>? {
    while above.count <= column { above.append((.plain, nil)) }
    if above[column].style == style { return above[column].format }
    let format = try format(style)
    above[column] = (style, format)
    return format
  }

  private mutating func format(
    _ style: CellStyle
  ) throws(Findings) -> UnsafeMutablePointer<lxw_format>? {
    guard style != .plain else { return nil }
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(workbook) else {
      throw .about(file, .library, ["reason": "memory"])
    }
    if let code = style.numberFormat { format_set_num_format(format, code) }
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let size = style.size { format_set_font_size(format, size) }
    if let colour = style.colour { format_set_font_color(format, colour) }
    if let background = style.background {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, background)
    }
    switch style.alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.hasLineAbove { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.hasLineBelow { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    formats[style] = format
    return format
  }

  private static func mayBeDecoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x") { return true }
      place += 1
    }
    return false
  }

  /// A text of which a reader makes nothing else: `_x0041_` would be read as `A`.
  static func literal(_ text: String) -> String {
    // Bytes are looked at first: nearly no text has these, and there are hundreds of thousands.
    guard text.utf8.withContiguousStorageIfAvailable(mayBeDecoded) ?? true else { return text }
    return text.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
  }
}

/// Texts as the library takes them, kept until the workbook is written.
final class TextsForC {
  private var pointers: [UnsafeMutablePointer<CChar>] = []

  deinit { for pointer in pointers { free(pointer) } }

  func pointer(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    pointers.append(copy)
    return copy
  }
}
