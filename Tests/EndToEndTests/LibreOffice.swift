// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The spreadsheet in which workbooks are looked at, where one is installed.
enum LibreOffice {
  static let path = "/usr/bin/soffice"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Opens a workbook, computes every formula anew and saves it.
  ///
  /// - Returns: what was saved.
  /// - Throws: what starting or reading throws.
  static func recalculated(_ file: String, in sandbox: Sandbox) async throws -> WrittenWorkbook {
    let settings = sandbox.url("profile/user")
    try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
    try sandbox.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
      oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """, as: "profile/user/registrymodifications.xcu")
    let run = try await Releve.shell(
      """
      \(path) -env:UserInstallation="file://$PWD/profile" --headless --convert-to xlsx \
      --outdir saved "\(file)"
      """, in: sandbox.folder)
    try #require(sandbox.exists("saved/\(file)"), "\(run.output) \(run.errors)")
    return try WrittenWorkbook(sandbox.url("saved/\(file)").path)
  }
}
