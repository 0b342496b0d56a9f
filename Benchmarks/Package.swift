// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let package = Package(
  name: "releve-benchmarks",
  dependencies: [.package(name: "releve", path: "..")],
  targets: [
    .executableTarget(
      name: "MeasureBuilding",
      dependencies: [.product(name: "ReleveRooms", package: "releve")]),
    .executableTarget(
      name: "MeasureEngine",
      dependencies: [.product(name: "ReleveRooms", package: "releve")]),
  ],
  swiftLanguageModes: [.v6]
)
