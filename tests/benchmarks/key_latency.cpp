// How long it takes from a key press to a changed pixel, seen from outside: presses keys as a person would
// (XTEST) and watches a rectangle of the screen, where the focused window has a text field with a first line
// that is empty. Usage: key_latency X Y WIDTH HEIGHT COUNT; prints milliseconds, one a line.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Area
{
    int x = 0;
    int y = 0;
    unsigned width = 0;
    unsigned height = 0;
};

std::vector<char> pixels(Display *display, const Area &area)
{
    XImage *image = XGetImage(display, DefaultRootWindow(display), area.x, area.y, area.width, area.height,
                              AllPlanes, ZPixmap);
    const auto size = static_cast<size_t>(image->bytes_per_line) * area.height;
    std::vector<char> result(image->data, image->data + size);
    XDestroyImage(image);
    return result;
}

void press(Display *display, KeySym key)
{
    const unsigned code = XKeysymToKeycode(display, key);
    XTestFakeKeyEvent(display, code, True, CurrentTime);
    XTestFakeKeyEvent(display, code, False, CurrentTime);
    XFlush(display);
}

// Negative where nothing changed.
double latency(Display *display, const Area &area, KeySym key)
{
    const std::vector<char> before = pixels(display, area);
    const auto start = Clock::now();
    press(display, key);
    while (Clock::now() - start < std::chrono::seconds(2)) {
        if (pixels(display, area) != before)
            return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
        std::this_thread::sleep_for(std::chrono::microseconds(50));
    }
    return -1;
}

} // namespace

int main(int argc, char **argv)
{
    Display *display = XOpenDisplay(nullptr);
    if (!display || argc < 6) {
        std::fprintf(stderr, "key_latency: needs a display, a rectangle and a count\n");
        return 2;
    }
    const Area area{std::atoi(argv[1]), std::atoi(argv[2]), static_cast<unsigned>(std::atoi(argv[3])),
                    static_cast<unsigned>(std::atoi(argv[4]))};
    constexpr int inLine = 30; // then they are taken back
    for (int i = 0; i < std::atoi(argv[5]); ++i) {
        const bool isWriting = i / inLine % 2 == 0;
        const double time = latency(display, area, isWriting ? XK_a : XK_BackSpace);
        if (time < 0) {
            std::fprintf(stderr, "key_latency: key %d changed nothing\n", i);
            return 1;
        }
        std::printf("%.3f\n", time);
        // As fast as a person writes, and not in step with the frames of anything.
        std::this_thread::sleep_for(std::chrono::milliseconds(23 + i * 7 % 31));
    }
    XCloseDisplay(display);
    return 0;
}
