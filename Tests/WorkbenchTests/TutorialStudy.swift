// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Foundation
import GLPKSolver
import LinearProgramming
import Synchronization

@testable import Workbench

/// The tutorial's study in a folder of its own, removed when the test lets it go.
final class TutorialStudy: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString.lowercased())")
    _ = try Workbench().writeTutorial(into: folder.path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A request for the study, with parameters set.
  func request(_ overrides: String...) -> PlanRequest {
    PlanRequest(
      study: StudyRequest(folder.appending(path: "study.yaml").path, overrides: overrides))
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Names that stand in the folder, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// A workbench whose engine takes even so small a study apart.
  static func decomposing(_ warm: any WarmSolver = GLPKWarmSolver()) -> Workbench {
    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    return Workbench(
      engine: DecompositionEngine(warm: warm, whole: GLPKSolver(), settings: settings))
  }
}

/// A flag that closures share.
final class Flag: Sendable {
  private let value = Atomic<Bool>(false)
  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}
