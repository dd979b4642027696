# What `cmake --install` puts where, and the Debian package that `cpack -G DEB` makes of it.
set(app_id org.inkstone.Inkstone)

install(TARGETS inkstone RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES resources/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
set(icon_folder ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES resources/app-icon/${app_id}.svg DESTINATION ${icon_folder}/scalable/apps)
foreach(size 16 22 24 32 48 64 128 256 512)
    install(FILES resources/app-icon/${app_id}-${size}.png
            DESTINATION ${icon_folder}/${size}x${size}/apps RENAME ${app_id}.png)
endforeach()
install(DIRECTORY resources/languages DESTINATION ${CMAKE_INSTALL_DATADIR}/inkstone)
# The licence, and those of the icons compiled in.
install(FILES installer/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Policy wants manual pages and changelogs compressed, and without the hour they were compressed at.
find_program(GZIP gzip REQUIRED)
function(install_compressed source folder name)
    set(compressed ${CMAKE_CURRENT_BINARY_DIR}/compressed/${folder}/${name}.gz)
    cmake_path(GET compressed PARENT_PATH parent)
    add_custom_command(OUTPUT ${compressed}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${parent}
        COMMAND sh -c "exec \"$0\" -9 -n -c \"$1\" > \"$2\"" ${GZIP} ${PROJECT_SOURCE_DIR}/${source} ${compressed}
        DEPENDS ${source} VERBATIM)
    set_property(GLOBAL APPEND PROPERTY compressed_files ${compressed})
    install(FILES ${compressed} DESTINATION ${folder})
endfunction()
install_compressed(resources/inkstone.1 ${CMAKE_INSTALL_MANDIR}/man1 inkstone.1)
install_compressed(resources/inkstone.zh_CN.1 ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 inkstone.1)
install_compressed(CHANGELOG.md ${CMAKE_INSTALL_DOCDIR} changelog)
install_compressed(installer/debian/changelog ${CMAKE_INSTALL_DOCDIR} changelog.Debian)
get_property(compressed_files GLOBAL PROPERTY compressed_files)
add_custom_target(compressed_documents ALL DEPENDS ${compressed_files})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME inkstone)
set(CPACK_PACKAGE_VENDOR "The Inkstone developers")
# There is no address to write to yet: .invalid is the domain that says so (RFC 2606).
set(CPACK_PACKAGE_CONTACT "The Inkstone developers <nobody@inkstone.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "chat with language models on your own machines")
set(CPACK_PACKAGE_DESCRIPTION
"Inkstone is a desktop app for chatting with language models that run on
your own machine, or on another of yours, and for looking after them:
what is installed and loaded, what to download, what to remove. Answers
appear as they are generated and survive crashes and power cuts. It speaks
English and Simplified Chinese, works with the keyboard alone and with a
screen reader, and has a terminal form.
.
It needs an Ollama server to talk to; it finds one on this machine, starts
one, or says how to get one.")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# The libraries are found by dpkg-shlibdeps; these are looked for only when the program runs: the driver of
# the database, Qt's own words in Chinese, and how languages of code are coloured.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-translations-l10n, libsource-highlight-common")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk | fonts-wqy-microhei, fonts-noto-color-emoji | fonts-symbola, qt6-wayland, ca-certificates")
include(CPack)
