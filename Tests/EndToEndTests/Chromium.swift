// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The browser in which pages are looked at, where one is installed.
enum Chromium {
  static let path = "/usr/bin/chromium"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// What a page has become in the browser, and what was said on its console.
  ///
  /// - Parameters:
  ///   - page: name of the file in the folder.
  ///   - sandbox: the folder.
  ///   - script: a program that runs in the page once it has loaded; `report(text)` leaves a text.
  /// - Returns: the document, what was reported, and the lines of the console.
  /// - Throws: what reading, writing or starting throws.
  static func open(
    _ page: String, in sandbox: Sandbox, script: String = ""
  ) async throws -> (document: String, reported: [String], console: [String]) {
    let source = try sandbox.text(page)
    let probe = """
      <script>
      function report(text) {
        var line = document.createElement("p");
        line.className = "reported";
        line.textContent = text;
        document.body.appendChild(line);
      }
      window.addEventListener("error", function (event) { report("error " + event.message); });
      window.addEventListener("load", function () { setTimeout(function () {\(script)}, 1500); });
      </script>
      """
    let head = try #require(source.range(of: "<head>"))
    let name = "probe-\(page)"
    try sandbox.write(source.replacingCharacters(in: head, with: "<head>" + probe), as: name)
    let run = try await Releve.shell(
      """
      \(path) --headless --no-sandbox --disable-gpu --user-data-dir=profile \
      --virtual-time-budget=10000 --enable-logging=stderr --dump-dom \
      "file://$PWD/\(name)"
      """, in: sandbox.folder)
    let reported = run.output.matches(of: #/<p class="reported">([^<]*)</p>/#).map { String($0.1) }
    let console = run.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }
      .map(String.init)
    return (run.output, reported, console)
  }

  /// Prints a page.
  static func print(_ page: String, to file: String, in sandbox: Sandbox) async throws {
    _ = try await Releve.shell(
      """
      \(path) --headless --no-sandbox --disable-gpu --user-data-dir=profile \
      --virtual-time-budget=10000 --no-pdf-header-footer --print-to-pdf=\(file) \
      "file://$PWD/\(page)"
      """, in: sandbox.folder)
  }
}
