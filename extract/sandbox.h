// Takes from this process what the reading of bytes does not need: files, sockets, other processes, endless
// memory.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace planmark {

struct Allowance {
  std::size_t memory = 0;       // bytes of address space to be had beyond what is in use now
  std::chrono::seconds cpu{0};  // of processor time; SIGXCPU ends who passes it
};

// From here on and for good this process can compute, and use the descriptors it holds; to open, connect,
// start or signal anything fails with EACCES. What the kernel does not offer is left out
// (sandbox_strength()). The exception: files below `readable` folders can be opened to be read, but only
// where Landlock sees to it that no others can.
void confine(const Allowance& allowance, const std::vector<std::filesystem::path>& readable = {});

// For a program that cannot be confined: `whole.memory` is all of its address space. It can write no file
// larger than `most_file_bytes` and leaves no core. Memory is not limited under an address sanitizer.
void limit_resources(const Allowance& whole, std::size_t most_file_bytes);

// From here on and for good neither this process nor what it starts can reach the network; sockets inside the
// machine stay. For programs that need files and so cannot be confined.
void forbid_network();

// "rlimits, Landlock 3, seccomp": what confine() can do on this machine.
std::string sandbox_strength();

}  // namespace planmark
