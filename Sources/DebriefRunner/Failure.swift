import DebriefStore
import TUI

/// The exit codes that scripts rely on (sysexits.h).
package enum ExitStatus {
  /// It failed, or a check found something.
  package static let failure: Int32 = 1
  /// The command line has a mistake.
  package static let usage: Int32 = 64
  /// What was given isn't what it should be.
  package static let data: Int32 = 65
  /// There is no such file or application.
  package static let noInput: Int32 = 66
  /// Reading or writing failed.
  package static let io: Int32 = 74
  /// Another program has the notes.
  package static let locked: Int32 = 75
  /// Ended by a signal.
  package static func signal(_ number: Int32) -> Int32 { 128 + number }
}

/// Why a command ends: one sentence for the user, and the code for scripts.
package struct Failure: Error, CustomStringConvertible, Equatable {
  /// The sentence.
  package let description: String
  /// The exit code.
  package let code: Int32

  /// Makes one of a sentence.
  package init(_ sentence: String, code: Int32 = ExitStatus.failure) {
    description = sentence
    self.code = code
  }

  /// What is said of an empty name wherever a file is named.
  package static let emptyFileName = Failure(
    "The name of the file is empty. Type one.", code: ExitStatus.usage)

  /// The failure an error amounts to.
  package init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error.description, code: error.exitCode)
    default: self.init("\(error)")
    }
  }
}

/// Ends a command with a code after it has said what there is to say.
package struct Ending: Error {
  /// The exit code.
  package let code: Int32
  /// Makes one.
  package init(code: Int32) { self.code = code }
}
