import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefRunner

/// Three computers write, delete, undo and sync in any order. In the end all have the same, and no word is gone
/// that nobody took away.
@Suite(.timed) struct SyncInterleavingTests {
  /// Plays some orders, one after another, each up to where all have the same.
  private func play(
    _ seed: Int, orders: Int, steps: Int, _ all: [Computer], _ sync: (Computer) throws -> Void
  ) throws {
    var random = Seeded(seed: UInt64(seed))
    var written: Set<String> = []
    for order in 1...orders {
      for _ in 0..<steps {
        let it = all.randomElement(using: &random)!
        if Int.random(in: 0..<4, using: &random) == 0 {
          try sync(it)
        } else {
          try it.act(&random)
          written.formUnion(try it.words())
        }
      }
      try settle(all, sync)
      let dropped = all.reduce(into: Set<String>()) { $0.formUnion($1.dropped) }
      let lost = written.subtracting(dropped).subtracting(try all[0].words())
      #expect(lost.isEmpty, "seed \(seed), order \(order): \(lost.sorted())")
      if !lost.isEmpty { return }
    }
  }

  private func three(_ room: PrivateFolder, _ seed: Int) throws -> [Computer] {
    try ["a", "b", "c"].enumerated().map {
      try Computer($1, in: room, seed: UInt64(seed * 10 + $0))
    }
  }

  @Test(arguments: 1...50) func aThousandOrdersEndInOneState(_ seed: Int) throws {
    let room = PrivateFolder()
    let all = try three(room, seed)
    let meeting = Meeting3()
    try play(seed, orders: 20, steps: 8, all) { try meeting.sync($0) }
  }

  @Test(arguments: 1...6) func withRealGitToo(_ seed: Int) throws {
    let room = PrivateFolder()
    let all = try three(room, seed + 5_000)
    #expect(
      try Oracle.run("git", ["init", "--quiet", "--bare", "-b", "main", room("remote.git")]).status
        == 0)
    for it in all {
      try it.git("init", "--quiet", "-b", "main")
      try it.git("remote", "add", "origin", room("remote.git"))
    }
    try play(seed, orders: 2, steps: 12, all) {
      let report = try $0.sync()
      #expect(report.unsent == nil)
    }
    // The history has no conflict in it, and everybody is at one commit.
    let heads = try all.map { try $0.git("rev-parse", "HEAD").out }
    #expect(Set(heads).count == 1)
    for it in all { #expect(try it.git("status", "--porcelain").out == "") }
  }
}
