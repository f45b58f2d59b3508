import Foundation
import PupilSupport
import Submission

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("seal", 5):
    let sample = try Sample(path: arguments[1])
    guard let people = Int(arguments[3]), let schools = Int(arguments[4]) else { fallthrough }
    let own = (sample.content.participants.count, sample.manifest.reference.schools.count)
    let sealing = Sealing(
        sample: sample,
        multiplication: Multiplication(
            copies: max(1, people / own.0), schoolCopies: max(1, schools / own.1)))
    _ = try sealing.run(below: arguments[2])
case ("verify", 2):
    let failures = try Verifying(path: arguments[1]).failures()
    print("  failures: \(failures.count)")
    for failure in failures.prefix(20) {
        print("  \(failure.check) \(failure.place): \(failure.found.en)")
    }
    exit(failures.isEmpty ? 0 : 1)
default:
    print("usage: sealing seal PACKAGE OUTPUT PARTICIPANTS SCHOOLS | sealing verify PACKAGE")
    exit(64)
}
