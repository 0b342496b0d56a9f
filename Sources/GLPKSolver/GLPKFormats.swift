// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
public import LinearProgramming

/// A program read from a file, with the objective the file gives it.
public struct ImportedProgram: Sendable, Equatable {
  /// The program.
  public var program: LinearProgram
  /// Its objective.
  public var objective: Objective

  /// Creates the pair.
  public init(program: LinearProgram, objective: Objective) {
    self.program = program
    self.objective = objective
  }
}

/// Reads programs with GLPK's own readers.
///
/// Each reader works on a thread of its own and prints nothing: what it has to say comes with the
/// error. A bound of 1e30 or more in size is read as none.
public enum GLPKFormats {
  /// Reads a file in the LP format (CPLEX dialect).
  ///
  /// What ``LinearProgramming/LPFormat`` adds is taken back: the names, the constant and the rows
  /// of two bounds are those that were written. The order of the columns may differ.
  ///
  /// - Parameter path: Path of the file.
  /// - Returns: What the file holds.
  /// - Throws: ``GLPKFault`` with the words of the reader.
  public static func readLP(_ path: String) throws -> ImportedProgram {
    try read(CGLPK_FORMAT_LP, path, nil, decode: ProgramNames.decodedFromLP)
  }

  /// Reads a file in the free MPS format; what ``LinearProgramming/MPSFormat`` adds is taken back.
  ///
  /// - Parameter path: Path of the file.
  /// - Returns: What the file holds.
  /// - Throws: ``GLPKFault`` with the words of the reader.
  public static func readMPS(_ path: String) throws -> ImportedProgram {
    try read(CGLPK_FORMAT_FREE_MPS, path, nil, decode: ProgramNames.decodedFromMPS)
  }

  /// Reads a file in the fixed (ancient) MPS format, names as they stand.
  ///
  /// - Parameter path: Path of the file.
  /// - Returns: What the file holds.
  /// - Throws: ``GLPKFault`` with the words of the reader.
  public static func readFixedMPS(_ path: String) throws -> ImportedProgram {
    try read(CGLPK_FORMAT_FIXED_MPS, path, nil, decode: { $0 })
  }

  /// Reads a GNU MathProg model, and data from a file of their own where given.
  ///
  /// The rows that the translator makes of objectives, free and named like them, are left out.
  ///
  /// - Parameters:
  ///   - model: Path of the model.
  ///   - data: Path of the data; a data section of the model is then skipped.
  ///   - onLog: Receives what the translator and the model's own `printf` say.
  /// - Returns: What the model and the data make.
  /// - Throws: ``GLPKFault`` with the words of the translator.
  public static func readMathProg(
    model: String, data: String? = nil, onLog: (@Sendable (String) -> Void)? = nil
  ) throws -> ImportedProgram {
    try read(CGLPK_FORMAT_MATHPROG, model, data, onLog: onLog, decode: { $0 })
  }

  private static func read(
    _ format: cglpk_format, _ path: String, _ data: String?,
    onLog: (@Sendable (String) -> Void)? = nil, decode: @escaping @Sendable (String) -> String
  ) throws -> ImportedProgram {
    try OwnThread.run {
      var options = SolverOptions()
      options.onLog = onLog
      let watch = Watch(options)
      var read = cglpk_import()
      var fault = cglpk_fault()
      let outcome = watch.withCallbacks { callbacks in
        cglpk_read(format, path, data, callbacks, &read, &fault)
      }
      try GLPKFault.check(outcome, fault)
      defer { cglpk_free_import(&read) }
      let dropsObjectiveRow = format == CGLPK_FORMAT_MATHPROG
      return try ImportReader(read, decode, dropsObjectiveRow: dropsObjectiveRow).program()
    }
  }
}

/// Turns the arrays of an import into a program.
private struct ImportReader {
  let source: cglpk_import
  let decode: @Sendable (String) -> String
  let names: [String]
  let objectiveName: String
  let dropsObjectiveRow: Bool

  init(
    _ source: cglpk_import, _ decode: @escaping @Sendable (String) -> String,
    dropsObjectiveRow: Bool
  ) throws {
    self.source = source
    self.decode = decode
    self.dropsObjectiveRow = dropsObjectiveRow
    let count = Int(source.rows) + Int(source.columns)
    var names: [String] = []
    names.reserveCapacity(count)
    var start = 0
    for position in 0..<count {
      let end = Int(source.name_end[position])
      let bytes = UnsafeRawBufferPointer(start: source.names + start, count: end - start)
      names.append(String(decoding: bytes, as: UTF8.self))
      start = end
    }
    self.names = names
    objectiveName = Self.title(source.objective_name)
  }

  private static func title<Tuple>(_ text: Tuple) -> String {
    withUnsafeBytes(of: text) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private func limit(_ value: Double) -> Double {
    abs(value) >= 1e30 ? (value < 0 ? -.infinity : .infinity) : value
  }

  func program() throws -> ImportedProgram {
    var builder = LinearProgramBuilder(name: decode(Self.title(source.name)))
    var variables: [Variable?] = []
    var costs: [Double] = []
    var constant = source.constant
    let firstColumn = Int(source.rows)
    for column in 0..<Int(source.columns) {
      let name = names[firstColumn + column]
      if name == "@constant" { constant += source.cost[column] }
      if name == "@constant" || name == "@nothing" {
        variables.append(nil)
        continue
      }
      variables.append(
        builder.addColumn(
          named: decode(name), lower: limit(source.column_lower[column]),
          upper: limit(source.column_upper[column]),
          domain: source.column_integer[column] != 0 ? .integer : .continuous))
      costs.append(source.cost[column])
    }
    addRows(&builder, variables)
    let bare = objectiveName.hasPrefix("@") ? String(objectiveName.dropFirst()) : objectiveName
    let objective = Objective(
      name: decode(bare), sense: source.maximize != 0 ? .maximize : .minimize,
      coefficients: costs, constant: constant)
    let program = builder.build()
    try program.validate(for: objective)
    return ImportedProgram(program: program, objective: objective)
  }

  private func addRows(_ builder: inout LinearProgramBuilder, _ variables: [Variable?]) {
    var row = 0
    while row < Int(source.rows) {
      let name = names[row]
      let lower = limit(source.row_lower[row])
      var upper = limit(source.row_upper[row])
      var given = name
      defer { row += 1 }
      if name == "@nothing" { continue }
      if dropsObjectiveRow, name == objectiveName, !lower.isFinite, !upper.isFinite { continue }
      if name.hasSuffix("@lower"), row + 1 < Int(source.rows) {
        let bare = String(name.dropLast("@lower".count))
        if names[row + 1] == bare + "@upper" {
          upper = limit(source.row_upper[row + 1])
          given = bare
        }
      }
      for entry in Int(source.row_start[row])..<Int(source.row_start[row + 1]) {
        guard let variable = variables[Int(source.column_index[entry])] else { continue }
        builder.add(source.coefficient[entry], variable)
      }
      builder.closeRow(named: decode(given), lower: lower, upper: upper)
      if given != name { row += 1 }
    }
  }
}
