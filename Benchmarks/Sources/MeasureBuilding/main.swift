// SPDX-License-Identifier: GPL-3.0-or-later

// Measures reading a study, building its program and writing it as LP text.
// Usage: swift run -c release MeasureBuilding STUDY.yaml

import Foundation
import FundingFormulation
import LinearProgramming
import StudyFiles

guard CommandLine.arguments.count == 2 else {
  print("usage: MeasureBuilding STUDY.yaml")
  exit(2)
}

let clock = ContinuousClock()

/// Largest resident memory of the process so far, as the kernel counts it.
func peakMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  return (kilobytes ?? 0) / 1024
}

func measured<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
  let start = clock.now
  let value = try body()
  let seconds = (clock.now - start) / .seconds(1)
  print("\(name): \((seconds * 100).rounded() / 100) s, peak so far \(peakMegabytes()) MB")
  return value
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
