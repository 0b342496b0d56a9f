// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Tables

extension Workbench {
  /// Writes the small study to learn on into a new folder.
  ///
  /// - Parameter folder: A name that does not exist yet, or an empty folder.
  /// - Returns: Names of the files written.
  /// - Throws: `Findings` where the folder cannot be written; nothing is left behind then.
  public func writeTutorial(into folder: String) throws(Findings) -> [String] {
    let target = try AtomicFolder(path: folder)
    for file in TutorialFiles.all { try target.write(file.bytes, as: file.name) }
    try target.commit()
    return TutorialFiles.all.map(\.name)
  }
}
