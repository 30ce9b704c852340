#include "corpus/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <set>

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

constexpr std::size_t read_at_a_time = 64U << 10;
constexpr std::size_t ratio_counts_from = 1U << 20;
constexpr zip_uint32_t fast = 3;              // of 9: half the time of the usual 6, for a tenth more bytes
constexpr zip_uint16_t first_of_1980 = 0x21;  // as DOS writes a day: year - 1980, month, day

struct ArchiveCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct SourceCloser {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, ArchiveCloser>;
using Source = std::unique_ptr<zip_source_t, SourceCloser>;
using File = std::unique_ptr<zip_file_t, FileCloser>;

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || !is_valid_utf8(name)) return false;
  if (name.find_first_of("\\:") != std::string_view::npos) return false;
  if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
    return false;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

class ArchiveReader {
 public:
  ArchiveReader(zip_t* archive, const std::string& where, const ZipLimits& limits, std::size_t packed)
      : archive_(archive), where_(where), limits_(limits), packed_(packed) {}

  Result<std::vector<ZipEntry>> read() {
    const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_, 0), 0));
    if (count > limits_.entries) return too_large(format("the archive holds {} files", count));
    for (zip_uint64_t i = 0; i < count; ++i)
      if (auto done = read_entry(i); !done) return tl::unexpected(done.error());
    return std::move(entries_);
  }

 private:
  tl::unexpected<Problem> too_large(std::string what) const {
    return failure(ProblemKind::too_large, std::move(what) + ", more than a file of this kind needs", where_,
                   "open it and save it anew");
  }
  tl::unexpected<Problem> damaged(const std::string& name) const {
    return failure(ProblemKind::damaged, format("{} in the archive cannot be unpacked", name), where_,
                   "open it and save it anew");
  }

  Result<void> read_entry(zip_uint64_t index) {
    const char* given = zip_get_name(archive_, index, 0);
    const std::string name = given == nullptr ? "" : given;
    if (!is_safe_name(name))
      return failure(ProblemKind::bad_input, "the archive holds a file whose name leads out of it", where_);
    if (name.back() == '/') return {};
    if (!names_.insert(name).second)
      return failure(ProblemKind::bad_input, format("the archive holds {} twice", name), where_);
    zip_stat_t stat;
    if (zip_stat_index(archive_, index, 0, &stat) != 0) return damaged(name);
    if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > limits_.entry_bytes)
      return too_large(format("{} is {} bytes unpacked", name, stat.size));
    const File file(zip_fopen_index(archive_, index, 0));
    if (!file) {
      if (zip_error_code_zip(zip_get_error(archive_)) != ZIP_ER_NOPASSWD) return damaged(name);
      return failure(ProblemKind::encrypted, "the file is locked with a password", where_,
                     "open it and save it without one");
    }
    entries_.push_back({name, {}, false});
    return read_file(*file, entries_.back());
  }

  // What the archive says of sizes is not believed: bytes are counted as they come.
  Result<void> read_file(zip_file_t& file, ZipEntry& entry) {
    for (;;) {
      const std::size_t had = entry.bytes.size();
      entry.bytes.resize(had + read_at_a_time);
      const zip_int64_t got = zip_fread(&file, entry.bytes.data() + had, read_at_a_time);
      entry.bytes.resize(had + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
      if (got < 0) return damaged(entry.name);
      if (got == 0) return {};
      all_bytes_ += static_cast<std::size_t>(got);
      if (entry.bytes.size() > limits_.entry_bytes)
        return too_large(format("{} is over {} bytes unpacked", entry.name, limits_.entry_bytes));
      if (all_bytes_ > limits_.all_bytes)
        return too_large(format("it is over {} bytes unpacked", limits_.all_bytes));
      if (all_bytes_ > ratio_counts_from && all_bytes_ / limits_.ratio > packed_)
        return too_large(format("it unpacks to over {} times its size", limits_.ratio));
    }
  }

  zip_t* archive_;
  const std::string& where_;
  const ZipLimits& limits_;
  std::size_t packed_, all_bytes_ = 0;
  std::set<std::string> names_;
  std::vector<ZipEntry> entries_;
};

tl::unexpected<Problem> not_written(const std::string& what) {
  return failure(ProblemKind::internal, "the archive cannot be written: " + what);
}

Result<void> add_entry(zip_t* archive, const ZipEntry& entry) {
  if (!is_safe_name(entry.name)) return not_written("the name " + entry.name);
  Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
  if (!source) return not_written(zip_strerror(archive));
  const zip_int64_t added = zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (added < 0) return not_written(zip_strerror(archive));
  source.release();  // the archive's now
  const auto index = static_cast<zip_uint64_t>(added);
  const zip_int32_t method = entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  if (zip_set_file_compression(archive, index, method, fast) != 0 ||
      zip_file_set_dostime(archive, index, 0, first_of_1980, 0) != 0)
    return not_written(zip_strerror(archive));
  return {};
}

Result<std::string> bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
    return not_written(zip_error_strerror(zip_source_error(source)));
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) return not_written("it is cut");
  return bytes;
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

Result<std::vector<ZipEntry>> read_zip(std::string_view bytes, const std::string& where,
                                       const ZipLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  // The library takes nothing at all for an empty archive.
  const Archive archive(source && !bytes.empty() ? zip_open_from_source(source.get(), ZIP_RDONLY, &error)
                                                 : nullptr);
  zip_error_fini(&error);
  if (!archive)
    return failure(ProblemKind::damaged, "the file is not an archive, or is damaged", where,
                   "open it and save it anew");
  source.release();  // the archive's now
  return ArchiveReader(archive.get(), where, limits, bytes.size()).read();
}

Result<std::string> zip_of(const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (target) zip_source_keep(target.get());  // one for us, one for the archive
  Archive archive(target ? zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr);
  zip_error_fini(&error);
  if (!archive) return not_written("no memory");
  for (const ZipEntry& entry : entries)
    if (auto added = add_entry(archive.get(), entry); !added) return tl::unexpected(added.error());
  if (zip_close(archive.get()) != 0) return not_written(zip_strerror(archive.get()));
  archive.release();  // closing has freed it
  return bytes_of(target.get());
}

}  // namespace planmark
