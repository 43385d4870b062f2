import Foundation
import GRDB
import Glibc

/// How a connection to SQLite is made here, whatever it is for.
///
/// A connection has a queue of libdispatch's, and when that is let go of, a thread of libdispatch's clears up behind
/// it. Once a second it is looked up in `/proc`; where there is none, libdispatch ends the program. So where there is
/// none, no connection is ever let go of: it is closed, and stays in memory.
enum Connection {
  private static let hasProcesses = access("/proc/self/stat", F_OK) == 0
  private static let lock = NSLock()
  private nonisolated(unsafe) static var kept: [DatabaseQueue] = []

  /// Opens a file.
  static func open(
    _ path: String, _ configuration: Configuration = Configuration()
  ) throws -> DatabaseQueue {
    kept(try DatabaseQueue(path: path, configuration: configuration))
  }

  /// Opens a database in memory. Whoever is done with it closes it.
  static func inMemory(_ configuration: Configuration = Configuration()) throws -> DatabaseQueue {
    kept(try DatabaseQueue(configuration: configuration))
  }

  /// Closes one that nobody closed, where it would stay open because it is kept.
  static func leave(_ queue: DatabaseQueue) {
    if !hasProcesses { try? queue.close() }
  }

  private static func kept(_ queue: DatabaseQueue) -> DatabaseQueue {
    if !hasProcesses { lock.withLock { kept.append(queue) } }
    return queue
  }
}
