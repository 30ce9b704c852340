// Ctrl-C and `kill` as a question that the run asks between its steps.
#pragma once

namespace planmark {

// From here on SIGINT and SIGTERM are remembered instead of ending the process. A second one ends it at once.
void catch_interrupts();

// True after a signal has come.
bool interrupted();

}  // namespace planmark
