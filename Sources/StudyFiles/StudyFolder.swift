// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Glibc
internal import Tables
internal import Workbook

/// Where study files and tables are found: on disk, or in memory for a study that is built in.
public struct StudyFolder: Sendable {
  /// The bytes of a file.
  let read: @Sendable (_ path: String, _ limit: Int) throws(Findings) -> [UInt8]
  /// Whether a file is there.
  let exists: @Sendable (_ path: String) -> Bool
  /// Names of the files of a folder, sorted; empty where the folder is missing.
  let names: @Sendable (_ folder: String) -> [String]

  /// Files on disk, plain or gzip.
  public static let disk = StudyFolder(
    read: { path, limit throws(Findings) in
      let stream = try ByteStream(path: path, limit: limit)
      var bytes: [UInt8] = []
      while let piece = try stream.next() { bytes.append(contentsOf: piece) }
      return bytes
    },
    exists: { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    },
    names: { namesOnDisk(in: $0) })

  /// What a YAML file holds; `nil`, with findings, where nothing can be read.
  func node(_ path: String, _ limits: StudyLimits, _ findings: inout Findings) -> RawNode? {
    do throws(Findings) {
      let bytes = try read(path, limits.yamlBytes)
      guard !WorkbookPackage.isMeant(by: "", bytes) else {
        throw Findings(Finding(.workbookNotStudy, .error, at: SourcePosition(file: path)))
      }
      return YamlDocument(file: path, limits: limits).read(bytes, findings: &findings)
    } catch {
      findings.add(contentsOf: error)
      return nil
    }
  }

  /// Files in memory, by path.
  public static func memory(_ files: [String: [UInt8]]) -> StudyFolder {
    StudyFolder(
      read: { path, limit throws(Findings) in
        let place = SourcePosition(file: path)
        guard let bytes = files[StudyPath.normalised(path)] else {
          throw Findings(Finding(.fileMissing, .error, at: place))
        }
        guard bytes.count <= limit else {
          throw Findings(Finding(.fileTooLarge, .error, at: place, ["limit": "\(limit >> 20)"]))
        }
        return bytes
      },
      exists: { files[StudyPath.normalised($0)] != nil },
      names: { folder in
        files.keys.filter { StudyPath.folder(of: $0) == StudyPath.normalised(folder) }
          .map { StudyPath.name(of: $0) }.sorted()
      })
  }

  private static func namesOnDisk(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// Paths with `/`, taken apart and put together as text.
enum StudyPath {
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// Name without `.yaml`, `.yml` or `.xlsx`.
  static func stem(of path: String) -> String {
    let name = name(of: path)
    for suffix in [".yaml", ".yml", ".xlsx"]
    where name.hasSuffix(suffix) && name.count > suffix.count {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." || folder.isEmpty { return normalised(path) }
    return normalised(folder + "/" + path)
  }

  /// Without `.` and, where a folder stands before it, without `..`.
  static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }
}
