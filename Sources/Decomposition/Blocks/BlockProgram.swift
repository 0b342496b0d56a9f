// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Columns and local rows of a block as a program of their own, in the same order.
///
/// Made when it is needed: those of all blocks together would be a second copy of the whole program.
struct BlockProgram: Sendable {
  let block: Block
  let program: LinearProgram

  init(_ block: Block, _ program: LinearProgram) {
    self.block = block
    self.program = program
  }
}
