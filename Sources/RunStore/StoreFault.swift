// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Foundation
internal import GRDB

/// What is wrong with a file of SQLite, as findings.
enum StoreFault {
  /// Runs work on a file and turns what SQLite says into findings.
  static func guarded<Answer>(
    _ path: String, _ work: () throws -> Answer
  ) throws(Findings) -> Answer {
    do {
      return try work()
    } catch let findings as Findings {
      throw findings
    } catch let error as DatabaseError {
      throw findings(path, error)
    } catch {
      throw about(path, "store.failed", ["message": String(describing: error)])
    }
  }

  /// One error about a file.
  static func about(
    _ path: String, _ code: Finding.Code, _ arguments: [String: String] = [:]
  ) -> Findings {
    Findings(Finding(code, .error, at: SourcePosition(file: path), arguments))
  }

  private static func findings(_ path: String, _ error: DatabaseError) -> Findings {
    switch error.resultCode {
    case .SQLITE_NOTADB: about(path, "store.foreign")
    case .SQLITE_CORRUPT: about(path, "store.damaged", ["message": error.message ?? ""])
    case .SQLITE_BUSY, .SQLITE_LOCKED: about(path, "store.busy")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: about(path, "store.notPermitted")
    case .SQLITE_CANTOPEN: about(path, cannotOpen(path))
    case .SQLITE_FULL: about(path, "store.full")
    default: about(path, "store.failed", ["message": String(describing: error)])
    }
  }

  /// Why a file cannot be opened: SQLite does not say.
  private static func cannotOpen(_ path: String) -> Finding.Code {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    return isThere && isFolder.boolValue ? "store.notPermitted" : "store.folderMissing"
  }
}
