// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib

extension z_stream {
  /// Takes all of some bytes at once, into a buffer that is long enough.
  ///
  /// - Parameters:
  ///   - source: the bytes; zlib asks for ones that it could change.
  ///   - target: what comes of them stands there; `total_out` says how much.
  ///   - step: `deflate` or `inflate`.
  /// - Returns: zlib's status; `Z_STREAM_END` where all was taken.
  mutating func takeAll(
    of source: inout [UInt8], into target: inout [UInt8],
    with step: (UnsafeMutablePointer<z_stream>, Int32) -> Int32
  ) -> Int32 {
    source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        next_in = source.baseAddress
        avail_in = UInt32(source.count)
        next_out = target.baseAddress
        avail_out = UInt32(target.count)
        return step(&self, Z_FINISH)
      }
    }
  }
}
