// SPDX-License-Identifier: GPL-3.0-or-later

// Measures reading a study, building its program and writing it as LP text.
// Usage: swift run -c release MeasureBuilding STUDY.yaml

import Foundation
import FundingFormulation
import LinearProgramming
import Measuring
import StudyFiles

guard CommandLine.arguments.count == 2 else {
  print("usage: MeasureBuilding STUDY.yaml")
  exit(2)
}

let specification = try StudySpecification(CommandLine.arguments[1])
let reading = try measured("reading") {
  try StudyReader().read(study: specification.study, layers: specification.layers)
}
let formulation = try measured("building") { try Formulation.compile(reading.study.scenario) }
let program = formulation.program
print(
  "program: \(program.columnCount) columns, \(program.rowCount) rows,",
  "\(program.nonzeroCount) nonzeros")
var bytes = 0
try measured("writing LP") {
  try LPFormat.write(program, formulation.levels[0].objective) { bytes += $0.count }
}
print("LP text: \(bytes / 1_000_000) MB")
