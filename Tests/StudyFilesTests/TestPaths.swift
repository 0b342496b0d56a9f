// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the tests find files of the repository.
enum TestPaths {
  /// Root of the package.
  static let root = String(#filePath.split(separator: "/").dropLast(3).joined(separator: "/"))
    .withLeadingSlash
  /// Folder of the studies that tests read.
  static let fixtures = root + "/Tests/StudyFilesTests/Fixtures"
}

extension String {
  fileprivate var withLeadingSlash: String { "/" + self }
}
