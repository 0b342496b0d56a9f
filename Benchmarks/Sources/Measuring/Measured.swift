// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Prints at once, even into a file.
public func emit(_ items: Any...) {
  let line = items.map { "\($0)" }.joined(separator: " ") + "\n"
  FileHandle.standardOutput.write(Data(line.utf8))
}

/// A number as it is printed.
public func short(_ value: Double, _ unit: String = "") -> String {
  String(format: "%.3g", value) + (unit.isEmpty ? "" : " \(unit)")
}

/// Largest resident memory of the process so far, as the kernel counts it.
public func peakMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  return (kilobytes ?? 0) / 1024
}

/// Seconds of processor time of the whole process so far, all threads together.
public func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

/// Seconds that work takes, by the clock.
public func seconds<Value>(_ body: () throws -> Value) rethrows -> (value: Value, taken: Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try body()
  return (value, (clock.now - start) / .seconds(1))
}

/// Does work once, and prints how long it took.
public func measured<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
  let (value, taken) = try seconds(body)
  emit("\(name): \(String(format: "%.2f", taken)) s, peak so far \(peakMegabytes()) MB")
  return value
}

/// Does work several times.
///
/// - Returns: The median of the seconds it took, which one interruption by others does not move.
public func medianSeconds(of times: Int, _ body: () throws -> Void) rethrows -> Double {
  median(try (0..<max(1, times)).map { _ in try seconds(body).taken })
}

/// The middle value; 0 of none.
public func median(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.sorted()[values.count / 2]
}
