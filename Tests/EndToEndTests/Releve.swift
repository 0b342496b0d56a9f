// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What a finished process left behind.
struct Finished: Sendable {
  /// Exit status; 128 plus the signal where one ended it.
  var status: Int32
  /// Text of standard output.
  var output: String
  /// Text of standard error.
  var errors: String
  /// Lines of standard error that hold something.
  var errorLines: [String] {
    errors.split(separator: "\n").map(String.init).filter { !$0.isEmpty }
  }
}

/// What went wrong around a process, apart from what it says itself.
enum RunFault: Error {
  /// The executable is not beside the tests.
  case noExecutable(String)
  /// It did not end in time and was killed.
  case timedOut(arguments: [String])
}

/// Runs the executable that was built with these tests, as a user does.
enum Releve {
  /// The executable, in the folder where the build puts the bundle of tests.
  static func executable() throws -> URL {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folders = [own, CommandLine.arguments.first ?? ""].map {
      URL(filePath: $0).deletingLastPathComponent()
    }
    for folder in folders {
      let candidate = folder.appending(path: "releve")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw RunFault.noExecutable(folders.map(\.path).joined(separator: ", "))
  }

  /// Runs one command and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: Arguments of the command.
  ///   - folder: Its working directory.
  ///   - environment: Variables set beside those of the tests.
  ///   - seconds: Time after which it is killed.
  ///   - interruptedAfter: Seconds after which it gets what Ctrl-C sends.
  ///   - isInsistent: Whether it gets that a second time at once.
  ///   - killedAfter: Seconds after which it is killed, as when the machine fails.
  /// - Returns: What it said, and its exit status.
  /// - Throws: ``RunFault``, or what the system says where it cannot be started.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    seconds: Double = 600, interruptedAfter: Double? = nil, isInsistent: Bool = false,
    killedAfter: Double? = nil
  ) async throws -> Finished {
    try await launch(
      executable(), arguments, in: folder, environment: environment, seconds: seconds,
      interruptedAfter: interruptedAfter, isInsistent: isInsistent, killedAfter: killedAfter)
  }

  /// Runs a line of the shell in which `$RELEVE` is the executable.
  static func shell(_ line: String, in folder: URL) async throws -> Finished {
    try await launch(
      URL(filePath: "/bin/sh"), ["-c", line], in: folder,
      environment: ["RELEVE": executable().path], seconds: 600, interruptedAfter: nil)
  }

  private static func launch(
    _ executable: URL, _ arguments: [String], in folder: URL, environment: [String: String],
    seconds: Double, interruptedAfter: Double?, isInsistent: Bool = false,
    killedAfter: Double? = nil
  ) async throws -> Finished {
    await Turns.shared.take()
    defer { Task { await Turns.shared.giveBack() } }
    // Files, not pipes: a pipe that nobody empties would stop a talkative process.
    let scratch = try Sandbox()
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["RELEVE_LANG"] = nil
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try scratch.newFile("output")
    process.standardError = try scratch.newFile("errors")
    try process.run()
    if let killedAfter {
      try await Task.sleep(for: .seconds(killedAfter))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try await wait(for: process, arguments, seconds, interruptedAfter, isInsistent)
    let isSignal = process.terminationReason == .uncaughtSignal
    return Finished(
      status: process.terminationStatus + (isSignal ? 128 : 0), output: try scratch.text("output"),
      errors: try scratch.text("errors"))
  }

  private static func wait(
    for process: Process, _ arguments: [String], _ seconds: Double, _ interruptedAfter: Double?,
    _ isInsistent: Bool
  ) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    var signalTime = interruptedAfter
    while process.isRunning {
      try await Task.sleep(for: .milliseconds(10))
      let passed = (clock.now - start) / .seconds(1)
      if let time = signalTime, passed >= time {
        process.interrupt()
        // Two signals that wait together count as one.
        if isInsistent { try await Task.sleep(for: .milliseconds(20)) }
        if isInsistent { process.interrupt() }
        signalTime = nil
      }
      // While other tests hold all threads a sleep can last minutes: it may have ended meanwhile.
      guard passed > seconds, process.isRunning else { continue }
      kill(process.processIdentifier, SIGKILL)
      throw RunFault.timedOut(arguments: arguments)
    }
  }
}

/// Lets two processes run at a time, so that no test starves another of its time.
private actor Turns {
  static let shared = Turns()
  private var free = 2
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
