#include "cli/run_inputs.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "base/ascii.h"
#include "corpus/manifest.h"
#include "extract/file_kind.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

std::string lower_extension(const fs::path& path) { return lower_ascii(path.extension().string()); }

// By its name, or by its first bytes: published files often come without an extension.
bool looks_readable(const fs::path& path) {
  if (lower_extension(path) == ".pdf") return true;
  return file_kind_at(path) != FileKind::other;
}

// Where browsers put the frames and pictures of a page that they save: "Plan_files" beside "Plan.html".
bool belongs_to_page(const fs::path& folder) {
  const std::string name = folder.filename().string();
  for (const std::string_view ending : {"_files", ".files"}) {
    if (!name.ends_with(ending)) continue;
    const std::string page = name.substr(0, name.size() - ending.size());
    std::error_code error;
    for (const char* extension : {".html", ".htm"})
      if (fs::exists(folder.parent_path() / (page + extension), error)) return true;
  }
  return false;
}

fs::path absolute_name(const fs::path& path) {
  std::error_code error;
  const fs::path name = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path) : name;
}

class Gatherer {
 public:
  explicit Gatherer(const fs::path& workspace) : workspace_(absolute_name(workspace)) {}

  Result<void> add_path(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) return add_folder(path);
    if (lower_extension(path) == ".csv" && fs::exists(status)) return add_manifest(path);
    if (fs::is_regular_file(status)) {
      add_file(path);
    } else {
      refuse(fs::exists(status) ? ProblemKind::bad_input : ProblemKind::not_found,
             fs::exists(status) ? "neither a file nor a folder" : "there is no such file or folder", path);
    }
    return {};
  }

  Result<void> add_manifest(const fs::path& path) {
    auto rows = read_manifest(path);
    if (!rows) return tl::unexpected(rows.error());
    inputs_.manifests.push_back(path);
    for (const ManifestRow& row : *rows) add_file(row.file).settled = row.identity;
    return {};
  }

  RunInputs take() && { return std::move(inputs_); }

 private:
  Result<void> add_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      const bool hidden = at->path().filename().string().starts_with('.');
      if (!hidden && absolute_name(at->path()) != workspace_) entries.push_back(at->path());
    }
    if (error) refuse(ProblemKind::bad_input, "the folder cannot be listed: " + error.message(), folder);
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
      if (auto added = add_entry(entry); !added) return added;
    }
    return {};
  }

  Result<void> add_entry(const fs::path& entry) {
    std::error_code error;
    const fs::file_status status = fs::status(entry, error);
    // A link to a folder may lead back up: only the folders themselves are entered.
    if (fs::is_directory(status))
      return fs::is_symlink(entry, error) || belongs_to_page(entry) ? Result<void>() : add_folder(entry);
    if (entry.filename() == "manifest.csv") return add_manifest(entry);
    if (fs::is_regular_file(status) && looks_readable(entry)) {
      add_file(entry);
    } else {
      inputs_.left_out.push_back(entry);
    }
    return {};
  }

  InputFile& add_file(const fs::path& path) {
    const auto [at, is_new] = known_.emplace(absolute_name(path), inputs_.files.size());
    if (is_new) inputs_.files.push_back({path, {}});
    return inputs_.files[at->second];
  }

  void refuse(ProblemKind kind, const std::string& what, const fs::path& path) {
    inputs_.refused.push_back({kind, what, path.string(), ""});
  }

  fs::path workspace_;
  RunInputs inputs_;
  std::map<fs::path, std::size_t> known_;
};

}  // namespace

Result<RunInputs> gather_inputs(const std::vector<std::string>& paths, const std::string& manifest,
                                const fs::path& workspace) {
  Gatherer gatherer(workspace);
  for (const std::string& path : paths) {
    if (auto added = gatherer.add_path(path); !added) return tl::unexpected(added.error());
  }
  if (!manifest.empty()) {
    if (auto added = gatherer.add_manifest(manifest); !added) return tl::unexpected(added.error());
  }
  RunInputs inputs = std::move(gatherer).take();
  if (!inputs.files.empty()) return inputs;
  if (!inputs.refused.empty()) return tl::unexpected(inputs.refused.front());
  return failure(ProblemKind::not_found, "there is no document that can be read in what was named",
                 paths.empty() ? "" : paths.front());
}

}  // namespace planmark
