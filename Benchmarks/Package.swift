// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let rooms = Target.Dependency.product(name: "ReleveRooms", package: "releve")

let package = Package(
  name: "releve-benchmarks",
  dependencies: [.package(name: "releve", path: "..")],
  targets: [
    .target(name: "Measuring"),
    .executableTarget(name: "MeasureBuilding", dependencies: ["Measuring", rooms]),
    .executableTarget(name: "MeasureEngine", dependencies: [rooms]),
    .executableTarget(name: "MeasureParts", dependencies: ["Measuring", rooms]),
    .executableTarget(name: "MeasureRanges", dependencies: [rooms]),
    .executableTarget(name: "MeasureRepair", dependencies: ["Measuring", rooms]),
    .executableTarget(name: "MeasureTables", dependencies: ["Measuring", rooms]),
    .executableTarget(name: "MeasureWriting", dependencies: ["Measuring", rooms]),
  ],
  swiftLanguageModes: [.v6]
)
