// SPDX-License-Identifier: GPL-3.0-or-later

// Measures reading the tables of a study: bytes to text, text to rows and fields, and the whole
// study with every cell checked. Each is done several times, and the median told.
// Usage: swift run -c release MeasureTables STUDY.yaml [TIMES]

import Foundation
import Measuring
import StudyFiles
import Tables

let arguments = CommandLine.arguments
guard (2...3).contains(arguments.count), let times = Int(arguments.count > 2 ? arguments[2] : "5")
else {
  print("usage: MeasureTables STUDY.yaml [TIMES]")
  exit(2)
}
let specification = try StudySpecification(arguments[1])
let reader = StudyReader()
let study = try reader.read(study: specification.study, layers: specification.layers).study
let tables = study.files.filter { $0.path.hasSuffix(".csv") || $0.path.hasSuffix(".csv.gz") }

/// Counts rows and fields of a text; every field is made a string, as its reader would.
func counted(_ text: TextFile) -> (rows: Int, fields: Int, bytes: Int) {
  var csv = CSVReader(text)
  var result = (rows: 0, fields: 0, bytes: 0)
  while let record = csv.next() {
    result.rows += 1
    result.fields += record.count
    for field in 0..<record.count { result.bytes += record.text(at: field).utf8.count }
  }
  return result
}

/// Prints what one reading takes.
func report(_ name: String, rows: Int, bytes: Int, _ taken: Double) {
  emit(
    "\(name): \(short(1000 * taken, "ms")), \(short(Double(rows) / taken, "rows a second")),",
    short(1e-6 * Double(bytes) / taken, "MB a second"))
}

var (rows, bytes) = (0, 0)
for table in tables {
  let text = try TextFile(path: table.path)
  let size = counted(text)
  rows += size.rows
  bytes += text.bytes.count
  emit("\(table.role): \(size.rows) rows, \(size.fields) fields, \(text.bytes.count) bytes")
}
guard rows > 0 else {
  print("the study has no tables")
  exit(1)
}
let decoding = try medianSeconds(of: times) {
  for table in tables { _ = try TextFile(path: table.path) }
}
report("reading and decoding", rows: rows, bytes: bytes, decoding)
let texts = try tables.map { try TextFile(path: $0.path) }
let splitting = medianSeconds(of: times) { for text in texts { _ = counted(text) } }
report("rows and fields", rows: rows, bytes: bytes, splitting)
let whole = try medianSeconds(of: times) {
  _ = try reader.read(study: specification.study, layers: specification.layers)
}
report("the study, checked and linked", rows: rows, bytes: bytes, whole)
