import DebriefStore
import TUI

/// The exit codes that scripts rely on (sysexits.h).
enum ExitStatus {
  static let failure: Int32 = 1
  static let usage: Int32 = 64
  static let data: Int32 = 65
  static let noInput: Int32 = 66
  static let io: Int32 = 74
  static let locked: Int32 = 75
  /// Ended by a signal.
  static func signal(_ number: Int32) -> Int32 { 128 + number }
}

/// Why a command ends: one sentence for the user, and the code for scripts.
struct Failure: Error, CustomStringConvertible, Equatable {
  let description: String
  let code: Int32

  init(_ sentence: String, code: Int32 = ExitStatus.failure) {
    description = sentence
    self.code = code
  }

  /// The failure an error amounts to.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error.description, code: error.exitCode)
    default: self.init("\(error)")
    }
  }
}
