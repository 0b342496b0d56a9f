// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Whether the tests may mount a file system of their own.
let mayMount =
  geteuid() == 0 && !ProcessInfo.processInfo.environment.keys.contains("CI_NO_MOUNT")

@Suite struct `Where results cannot be written` {
  /// Commands that write, with the place left out.
  static let writers: [[String]] = [
    ["plan", "study", "--out"], ["export", "lp", "study", "--out"],
    ["generate", "population", "--beneficiaries", "20", "--out"], ["tutorial"],
  ]

  @Test(arguments: writers)
  func `under a plain file, or in a folder that is not there`(command: [String]) async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write("", as: "file")
    let before = try sandbox.listing()
    for place in ["file/result", "nowhere/result"] {
      let run = try await Releve.run(command + [place], in: sandbox.folder)
      #expect(run.status == 3)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains("\(place) : erreur : Le dossier où écrire n’existe pas"))
      #expect(try sandbox.listing() == before)
    }
  }

  @Test func `over something that stands there already`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try FileManager.default.createDirectory(
      at: sandbox.url("full"), withIntermediateDirectories: true)
    try sandbox.write("mine", as: "full/mine.txt")
    for command in Self.writers where command[0] != "export" {
      let run = try await Releve.run(command + ["full"], in: sandbox.folder)
      #expect(run.status == 3)
      #expect(run.errors.contains("Il y a déjà quelque chose"))
    }
    let forced = try await sandbox.run("plan", "study", "--out", "full", "--replace")
    #expect(forced.status == 3)
    #expect(try sandbox.text("full/mine.txt") == "mine")
    #expect(try sandbox.listing().filter { $0.hasSuffix(".partial") } == [])
  }

  @Test func `an earlier plan gives way only when asked`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    _ = try await sandbox.run("plan", "study", "--out", "plan")
    try sandbox.write("old", as: "plan/mark.txt")
    let before = try sandbox.listing()
    let refused = try await sandbox.run("plan", "study", "--out", "plan")
    #expect(refused.status == 3)
    #expect(refused.errors.contains("--replace"))
    #expect(try sandbox.listing() == before)
    let replaced = try await sandbox.run("plan", "study", "--out", "plan", "--replace")
    #expect(replaced.status == 0)
    #expect(!sandbox.exists("plan/mark.txt"))
  }

  @Test func `without permission to write`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let files = FileManager.default
    try files.createDirectory(at: sandbox.url("closed"), withIntermediateDirectories: true)
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: sandbox.url("closed").path)
    let line = "cd closed && $RELEVE plan ../study"
    // Permissions do not bind root: another user runs the line then, where the system can do that.
    let isRoot = geteuid() == 0
    if isRoot {
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sandbox.folder.path)
      let probe = try await Releve.shell(
        "\(Self.asNobody) sh -c 'test -x \"$RELEVE\" && test -r study/study.yaml'",
        in: sandbox.folder)
      guard probe.status == 0 else {
        return withKnownIssue("not run: no other user can reach the executable here") {
          Issue.record("permissions could not be tried as root")
        }
      }
    }
    let run = try await Releve.shell(
      isRoot ? "\(Self.asNobody) sh -c '\(line)'" : line, in: sandbox.folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("plan-"))
    #expect(run.errors.contains("droit"))
    #expect(try files.contentsOfDirectory(atPath: sandbox.url("closed").path) == [])
  }

  private static let asNobody = "setpriv --reuid=65534 --regid=65534 --clear-groups"

  @Test(.enabled(if: mayMount, "mounting a small file system needs root"))
  func `on a full disk`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    guard let run = try await sandbox.onSmallDisk("64k", "$RELEVE plan study --out small/plan")
    else { return }
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("small/plan"))
    #expect(run.errors.contains("erreur : "))
    #expect(run.errors.contains("plein") || run.errors.contains("place"))
  }
}
