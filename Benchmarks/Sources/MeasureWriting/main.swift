// SPDX-License-Identifier: GPL-3.0-or-later

// Solves a study for one goal and measures writing its plan: the tables in memory, the folder on
// disk, and the folder with hashes, read back and checked, as `releve plan` does.
// Usage: swift run -c release MeasureWriting STUDY.yaml [GOAL [TIMES]]

import Foundation
import Measuring
import Report
import Workbench

let arguments = CommandLine.arguments
guard (2...4).contains(arguments.count), let times = Int(arguments.count > 3 ? arguments[3] : "5")
else {
  print("usage: MeasureWriting STUDY.yaml [GOAL [TIMES]]")
  exit(2)
}
// One goal: what is written has the same tables, and is there sooner.
let goal = arguments.count > 2 ? arguments[2] : "nis_shortfall"
let bench = Workbench()
var result = try measured("reading, building and solving for \(goal)") {
  try bench.plan(
    PlanRequest(study: StudyRequest(arguments[1], overrides: ["goals=[\(goal)]"])))
}
let outcome = result.outcome
let place = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString)")
defer { try? FileManager.default.removeItem(at: place) }

/// Prints what writing once takes.
func report(_ name: String, bytes: Int, _ taken: Double) {
  emit(
    "\(name): \(short(taken, "s")), \(short(1e-6 * Double(bytes), "MB")),",
    short(1e-6 * Double(bytes) / taken, "MB a second"))
}

var total = 0
for table in PlanTable.allCases {
  let taken = try medianSeconds(of: times) { _ = try PlanFolder.bytes(of: table, outcome) }
  let bytes = try PlanFolder.bytes(of: table, outcome).count
  total += bytes
  if bytes > 100_000 { report("\(table.fileName) in memory", bytes: bytes, taken) }
}
let inMemory = try medianSeconds(of: times) {
  for table in PlanTable.allCases { _ = try PlanFolder.bytes(of: table, outcome) }
}
report("all tables in memory", bytes: total, inMemory)

var written = 0
let folder = try medianSeconds(of: times) {
  let files = try PlanFolder.write(outcome, to: place.path, replacing: true, hash: { _ in "" })
  written = files.reduce(0) { $0 + $1.bytes }
}
report("folder on disk", bytes: written, folder)
let hashed = try medianSeconds(of: times) {
  _ = try PlanFolder.write(
    outcome, to: place.path, replacing: true, hash: { ContentHash.sha256($0) })
}
report("folder with hashes", bytes: written, hashed)
let checked = try medianSeconds(of: times) {
  _ = try bench.write(&result, to: place.path, replacing: true)
}
report("folder with hashes, read back and checked", bytes: written, checked)
